package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.Reply;
import io.github.fetchcharacters.retry.RetryPolicy.Decision;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a run asks of the network. Safe for use by many threads. */
final class RunStatistics implements ApiListener {

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger retries = new AtomicInteger();
  private volatile String protocol = "no answer";

  @Override
  public void fetching(String subject, URI uri, int attempt) {
    requests.incrementAndGet();
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
  String inWords() {
    return counted(requests.get(), "request", "requests")
        + ", "
        + counted(retries.get(), "retry", "retries")
        + ", "
        + protocol;
  }

  static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
