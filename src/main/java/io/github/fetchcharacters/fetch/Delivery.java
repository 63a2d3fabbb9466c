package io.github.fetchcharacters.fetch;

import java.util.function.BiFunction;

/** Delivers the outcomes of a line to a sink, on the thread that calls it. */
final class Delivery<T> {

  private final Line<T> line;
  private final BiFunction<Long, T, Outcome> outcome;
  private final OutcomeSink sink;

  /**
   * @param outcome the outcome of an answer
   */
  Delivery(Line<T> line, BiFunction<Long, T, Outcome> outcome, OutcomeSink sink) {
    this.line = line;
    this.outcome = outcome;
    this.sink = sink;
  }

  /**
   * Delivers until the end of the line, a stop by the sink or an interrupt, then cancels the rest
   * and delivers that, too. Throws the failure that ended the line early.
   */
  void run() {
    Slot<T> last = deliverUntilStopped();
    for (Slot<T> rest = line.poll(); rest instanceof Slot.Pending<T> pending; rest = line.poll()) {
      sink.accept(pending.outcome(outcome));
    }
    if (last instanceof Slot.EndOfIds<T> end) {
      end.throwFailure();
    }
  }

  /** Returns the last slot taken. Leaves nothing in flight, even if the sink throws. */
  private Slot<T> deliverUntilStopped() {
    try {
      Slot<T> slot = next();
      while (slot instanceof Slot.Pending<T> pending && deliver(pending)) {
        slot = next();
      }
      return slot;
    } finally {
      line.stop();
    }
  }

  /** Takes the head of the line; an end if the run stops while the line is empty. */
  private Slot<T> next() {
    Slot<T> ready = line.poll();
    if (ready != null) {
      return ready;
    }
    if (!sink.idle()) {
      return new Slot.EndOfIds<>(null);
    }
    try {
      return line.take();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Slot.EndOfIds<>(null);
    }
  }

  /** Whether the sink waits for the head of the line, which keeps its place if the sink throws. */
  private boolean waits(Slot.Pending<T> head) {
    line.putBack(head);
    boolean wanted = sink.idle();
    if (wanted) {
      line.poll();
    }
    return wanted;
  }

  /** Whether to go on. */
  private boolean deliver(Slot.Pending<T> pending) {
    if (!pending.isEnded() && !waits(pending)) {
      return false;
    }
    if (!pending.await()) {
      line.putBack(pending);
      return false;
    }
    boolean more = sink.accept(pending.outcome(outcome));
    if (more) {
      line.delivered();
    }
    return more;
  }
}
