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
    Place<T> last = deliverUntilStopped();
    for (Place<T> rest = line.poll(); rest instanceof Place.Begun<T> begun; rest = line.poll()) {
      sink.accept(begun.outcome(outcome));
    }
    if (last instanceof Place.End<T> end) {
      end.throwFailure();
    }
  }

  /** Returns the last place taken. Leaves nothing in flight, even if the sink throws. */
  private Place<T> deliverUntilStopped() {
    try {
      Place<T> place = next();
      while (place instanceof Place.Begun<T> begun && deliver(begun)) {
        place = next();
      }
      return place;
    } finally {
      line.stop();
    }
  }

  /** Takes the head of the line; an end if the run stops while the line is empty. */
  private Place<T> next() {
    Place<T> ready = line.poll();
    if (ready != null) {
      return ready;
    }
    if (!sink.idle()) {
      return new Place.End<>(null);
    }
    try {
      return line.take();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Place.End<>(null);
    }
  }

  /** Whether the sink waits for the head of the line, which keeps its place if the sink throws. */
  private boolean waits(Place.Begun<T> head) {
    line.putBack(head);
    boolean wanted = sink.idle();
    if (wanted) {
      line.poll();
    }
    return wanted;
  }

  /** Whether to go on. */
  private boolean deliver(Place.Begun<T> begun) {
    if (!begun.isEnded() && !waits(begun)) {
      return false;
    }
    if (!begun.await()) {
      line.putBack(begun);
      return false;
    }
    boolean more = sink.accept(begun.outcome(outcome));
    line.delivered();
    return more;
  }
}
