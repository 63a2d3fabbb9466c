package io.github.fetchcharacters.api;

import io.github.fetchcharacters.compare.Counts;
import io.github.fetchcharacters.retry.RetryPolicy.Decision;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a run, or a turn of a comparison, asks of the network. A request that the server has
 * not processed and that goes out again is one request, sent again. Safe for use by many threads.
 */
public final class RunStatistics implements ApiListener {

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger resent = new AtomicInteger();
  private final AtomicInteger retries = new AtomicInteger();
  private volatile String protocol = "no answer";

  @Override
  public void fetching(String subject, URI uri, int attempt) {
    requests.incrementAndGet();
  }

  @Override
  public void resending(String subject, int attempt, ApiException why) {
    requests.decrementAndGet();
    resent.incrementAndGet();
  }

  @Override
  public void fetched(String subject, URI uri, int attempt, Reply reply) {
    protocol = reply.protocol();
  }

  @Override
  public void failed(String subject, int attempt, RuntimeException failure, Decision decision) {
    if (decision instanceof Decision.TryAgain) {
      retries.incrementAndGet();
    }
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
    return new Counts(requests.get(), retries.get(), connections, protocol);
  }

  public static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
