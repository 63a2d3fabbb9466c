package io.github.fetchcharacters.fetch;

import java.util.Iterator;

/** One call after another, blocking, on the calling thread. */
final class SequentialFetcher<T> implements Fetcher {

  private final Call<T> call;

  SequentialFetcher(Call<T> call) {
    this.call = call;
  }

  @Override
  public void fetch(Iterator<Long> ids, OutcomeSink sink) {
    boolean goOn = true;
    // After the ids, too: those that are waited for end with an interrupt.
    while (goOn && ids.hasNext() && !Thread.currentThread().isInterrupted()) {
      goOn = sink.accept(fetch(ids.next())) && sink.idle();
    }
  }

  private Outcome fetch(long id) {
    try {
      return call.outcome(id, call.get(id));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Outcome.Skipped(id);
    } catch (RuntimeException | Error failure) {
      return Outcome.ofFailure(id, failure);
    }
  }
}
