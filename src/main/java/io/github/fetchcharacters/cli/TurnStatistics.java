package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.Reply;
import io.github.fetchcharacters.compare.Counts;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts what one turn asks of the network. Safe for use by many threads. */
final class TurnStatistics implements ApiListener {

  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong retries = new AtomicLong();
  private volatile String protocol = "no answer";

  @Override
  public void fetching(String subject, URI uri, int attempt) {
    requests.incrementAndGet();
    if (attempt > 1) {
      retries.incrementAndGet();
    }
  }

  @Override
  public void fetched(String subject, URI uri, int attempt, Reply reply) {
    protocol = reply.protocol();
  }

  void clear() {
    requests.set(0);
    retries.set(0);
  }

  Counts counts(@Nullable Long connections) {
    return new Counts(requests.get(), retries.get(), connections, protocol);
  }
}
