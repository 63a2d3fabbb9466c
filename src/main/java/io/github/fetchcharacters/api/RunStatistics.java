package io.github.fetchcharacters.api;

import io.github.fetchcharacters.codec.Resource;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.model.InWords;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the requests of a run, or of a turn of a comparison. A request that is resent because the
 * server has not processed it counts once. Safe for use by many threads.
 */
public final class RunStatistics implements ApiListener, CallListener {

  private static final String NO_ANSWER = "no answer";

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger resent = new AtomicInteger();
  private final AtomicInteger cached = new AtomicInteger();
  private final AtomicInteger retries = new AtomicInteger();
  private volatile String protocol = NO_ANSWER;

  @Override
  public CallListener begin(Resource resource) {
    return this;
  }

  @Override
  public void fetching(URI uri, int attempt) {
    requests.incrementAndGet();
  }

  @Override
  public void resending(int attempt, TransportException why) {
    requests.decrementAndGet();
    if (why.wasSent()) {
      resent.incrementAndGet();
    }
  }

  @Override
  public void fetched(URI uri, int attempt, Reply reply) {
    protocol = reply.protocol();
  }

  @Override
  public void cached(URI uri, Duration age) {
    cached.incrementAndGet();
  }

  @Override
  public void retrying(int attempt, RuntimeException failure, Duration wait) {
    retries.incrementAndGet();
  }

  /**
   * For example {@code 3 requests, 0 retries, HTTP/2}, and where answers came from the cache {@code
   * 1 request, 2 cached, 0 retries, HTTP/2} or {@code 0 requests, 3 cached}.
   */
  public String inWords() {
    int hits = cached.get();
    String sent =
        InWords.counted(requests.get(), "request", "requests")
            + (hits == 0 ? "" : ", " + hits + " cached");
    return hits > 0 && requests.get() == 0 ? sent : sent + ", " + network();
  }

  private String network() {
    return InWords.counted(retries.get(), "retry", "retries")
        + (resent.get() == 0 ? "" : ", " + resent.get() + " sent again")
        + ", "
        + protocol;
  }

  /** Sets the counts to zero, and forgets the last answer. */
  public void clear() {
    requests.set(0);
    cached.set(0);
    resent.set(0);
    retries.set(0);
    protocol = NO_ANSWER;
  }

  /** Requests handed to the network, repeated attempts included. */
  public int requests() {
    return requests.get();
  }

  /** Attempts that repeated a failed one. */
  public int retries() {
    return retries.get();
  }

  /** Requests that were resent within their attempt. */
  public int resent() {
    return resent.get();
  }

  /** The protocol of the last answer, such as {@code HTTP/2}; {@code no answer} without one. */
  public String protocol() {
    return protocol;
  }
}
