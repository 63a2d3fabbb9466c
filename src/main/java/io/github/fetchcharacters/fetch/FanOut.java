package io.github.fetchcharacters.fetch;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/**
 * Starts many ids at once and delivers the outcomes in the order asked, {@code asyncio.gather}
 * streamed, or as they arrive, {@code asyncio.as_completed}. One thread reads ids and starts them;
 * the calling thread waits for the head of the {@link Line} and alone blocks on a future.
 */
final class FanOut<T> implements Fetcher {

  private final LongFunction<CompletableFuture<T>> start;
  private final BiFunction<Long, T, Outcome> outcome;
  private final int lookahead;
  private final boolean ordered;

  /**
   * @param start starts one id; cancelling the future cancels the work
   * @param outcome the outcome of an answer
   * @param lookahead max ids begun and not yet delivered, at least 1
   * @param ordered whether the outcomes come in the order of the ids
   */
  FanOut(
      LongFunction<CompletableFuture<T>> start,
      BiFunction<Long, T, Outcome> outcome,
      int lookahead,
      boolean ordered) {
    this.start = start;
    this.outcome = outcome;
    this.lookahead = lookahead;
    this.ordered = ordered;
  }

  @Override
  public void fetch(Iterator<Long> ids, OutcomeSink sink) {
    Line<T> line = new Line<>(lookahead, ordered);
    Thread reader = new Thread(() -> fill(line, ids, sink), "ids");
    // It may be blocked in standard input for ever.
    reader.setDaemon(true);
    reader.start();
    try {
      new Delivery<>(line, outcome, sink).run();
    } finally {
      reader.interrupt();
    }
  }

  private void fill(Line<T> line, Iterator<Long> ids, OutcomeSink sink) {
    try {
      do {
        line.awaitRoom();
      } while (ids.hasNext() && begin(line, ids.next(), sink));
      line.end(new Slot.EndOfIds<>(null));
    } catch (InterruptedException stop) {
      // The line is stopped, and no thread waits for its end.
    } catch (RuntimeException | Error failure) {
      // Thrown here it would end this thread alone, and the other would wait for ever.
      line.end(new Slot.EndOfIds<>(failure));
    }
  }

  private boolean begin(Line<T> line, long id, OutcomeSink sink) {
    Slot.Pending<T> pending =
        new Slot.Pending<>(id, (failed, failure) -> failed(failed, failure, line, sink));
    boolean added = line.add(pending);
    if (added) {
      pending.start(start);
    }
    return added;
  }

  private void failed(Slot<T> failed, RuntimeException failure, Line<T> line, OutcomeSink sink) {
    if (sink.endsAt(failure)) {
      line.stopBehind(failed);
    }
  }
}
