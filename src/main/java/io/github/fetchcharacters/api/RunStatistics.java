package io.github.fetchcharacters.api;

import io.github.fetchcharacters.compare.Counts;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a run, or a turn of a comparison, asks of the network. A request that the server has
 * not processed and that goes out again is one request, sent again. Safe for use by many threads.
 */
public final class RunStatistics implements ApiListener, CallListener {

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger resent = new AtomicInteger();
  private final AtomicInteger retries = new AtomicInteger();
  private volatile String protocol = "no answer";

  @Override
  public CallListener begin(Resource resource) {
    return this;
  }

  @Override
  public void fetching(URI uri, int attempt) {
    requests.incrementAndGet();
  }

  @Override
  public void resending(int attempt, ApiException why) {
    requests.decrementAndGet();
    resent.incrementAndGet();
  }

  @Override
  public void fetched(URI uri, int attempt, Reply reply) {
    protocol = reply.protocol();
  }

  @Override
  public void retrying(int attempt, RuntimeException failure, Duration wait) {
    retries.incrementAndGet();
  }

  /** For example {@code 3 requests, 0 retries, HTTP/2}. */
  public String inWords() {
    return counted(requests.get(), "request", "requests")
        + ", "
        + counted(retries.get(), "retry", "retries")
        + (resent.get() == 0 ? "" : ", " + resent.get() + " sent again")
        + ", "
        + protocol;
  }

  public void clear() {
    requests.set(0);
    resent.set(0);
    retries.set(0);
  }

  public Counts counts(@Nullable Long connections) {
    return new Counts(requests.get(), retries.get(), resent.get(), connections, protocol);
  }

  public static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
