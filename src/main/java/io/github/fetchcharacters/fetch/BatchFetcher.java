package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.api.ApiClient;
import java.util.Iterator;
import java.util.function.Supplier;

/** Fans out requests for several ids each. */
final class BatchFetcher implements Fetcher {

  /** Full batches begun and not yet delivered, per request in flight; each id has its place. */
  private static final int LOOKAHEAD = 2;

  private final ApiClient client;
  private final Plan plan;

  BatchFetcher(ApiClient client, Plan plan) {
    this.client = client;
    this.plan = plan;
  }

  @Override
  public void fetch(Iterator<Long> ids, OutcomeSink sink) {
    Batches batches = new Batches(client, plan.batchSize());
    if (ids instanceof IdStream stream) {
      stream.beforeWaiting(batches::send);
    }
    // More than one batch, so that the head of the line is never in one that still fills.
    int lookahead = LOOKAHEAD * plan.concurrency() * plan.batchSize();
    new FanOut<>(
            batches::add,
            (id, character) -> new Outcome.Found(character),
            lookahead,
            plan.ordered())
        .fetch(new FlushingIds(ids, batches), sink);
  }

  /** Ids that send the last batch at their end. */
  private record FlushingIds(Iterator<Long> ids, Batches batches) implements Iterator<Long> {

    @Override
    public boolean hasNext() {
      boolean more = orSend(ids::hasNext);
      if (!more) {
        batches.send();
      }
      return more;
    }

    @Override
    public Long next() {
      return orSend(ids::next);
    }

    /** A failure to read ids is their end, too. */
    private <T> T orSend(Supplier<T> step) {
      boolean read = false;
      try {
        T value = step.get();
        read = true;
        return value;
      } finally {
        if (!read) {
          batches.send();
        }
      }
    }
  }
}
