package io.github.fetchcharacters.fetch;

import java.util.Iterator;

/** Makes one blocking call after another, on the calling thread. */
final class SequentialFetcher<T> implements Fetcher {

  private final TwinCall<T> call;

  SequentialFetcher(TwinCall<T> call) {
    this.call = call;
  }

  @Override
  public void fetch(Iterator<Long> ids, OutcomeSink sink) {
    boolean more = true;
    // Also after hasNext(), which may wait and returns on an interrupt.
    while (more && ids.hasNext() && !Thread.currentThread().isInterrupted()) {
      more = sink.accept(fetch(ids.next())) && sink.idle();
    }
  }

  private Outcome fetch(long id) {
    try {
      return call.outcome().apply(id, call.blocking().get(id));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Outcome.Skipped(id);
    } catch (RuntimeException | Error failure) {
      return Outcome.ofFailure(id, failure);
    }
  }
}
