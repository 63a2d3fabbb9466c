package io.github.fetchcharacters.fetch;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Starts many ids at once and hands the outcomes over in the order asked, {@code asyncio.gather}
 * streamed, or as they arrive, {@code asyncio.as_completed}. One thread reads ids and starts them;
 * the calling thread waits for the head of the line and is the only place that blocks on a future.
 */
final class FanOut<T> implements Fetcher {

  private final LongFunction<CompletableFuture<T>> start;
  private final BiFunction<Long, T, Outcome> outcome;
  private final int lookahead;
  private final boolean ordered;

  /**
   * @param start starts one id; cancelling the future cancels the work
   * @param outcome what became of an id that was answered
   * @param lookahead most ids that are begun and not yet handed over, at least 1
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
    Line line = new Line(ids);
    Thread reader = new Thread(line::fill, "ids");
    // It may be blocked in standard input for ever.
    reader.setDaemon(true);
    reader.start();
    try {
      line.handOver(sink);
    } finally {
      reader.interrupt();
    }
  }

  /** A begun id, or the end of the line. */
  private sealed interface Place<T> {

    /** Ends what is under way; does nothing to what has ended. */
    void cancel();

    /** An id whose answer has its place before its work is started, so that a stop finds it. */
    final class Begun<T> implements Place<T> {

      private final long id;
      private final CompletableFuture<T> answer = new CompletableFuture<>();
      private volatile @Nullable CompletableFuture<T> work;

      Begun(long id) {
        this.id = id;
      }

      /** Starts the work, unless a stop came first; what starting throws is the answer. */
      void start(LongFunction<CompletableFuture<T>> start) {
        if (answer.isDone()) {
          return;
        }
        try {
          follow(start.apply(id));
        } catch (RuntimeException | Error thrown) {
          answer.completeExceptionally(thrown);
        }
      }

      private void follow(CompletableFuture<T> started) {
        work = started;
        answer.whenComplete((value, thrown) -> started.cancel(true));
        started.whenComplete(this::ended);
      }

      private void ended(T value, @Nullable Throwable thrown) {
        if (thrown == null) {
          answer.complete(value);
        } else {
          answer.completeExceptionally(thrown);
        }
      }

      @Override
      public void cancel() {
        CompletableFuture<T> started = work;
        if (started != null && started.isDone()) {
          // The word of it may still be on its way.
          started.whenComplete(this::ended);
        }
        answer.cancel(true);
      }

      /** Blocks until the outcome is known; false if the thread is interrupted. */
      boolean await() {
        try {
          answer.get();
        } catch (ExecutionException | CancellationException known) {
          // It is known that it failed.
        } catch (InterruptedException stop) {
          Thread.currentThread().interrupt();
        }
        // Of a future that is done, get() does not look at the interrupt flag.
        return !Thread.currentThread().isInterrupted();
      }

      /** The outcome; known, since it has ended or is cancelled. */
      Outcome outcome(BiFunction<Long, T, Outcome> answered) {
        try {
          return answered.apply(id, answer.join());
        } catch (RuntimeException | Error failed) {
          return Outcome.ofFailure(id, failed);
        }
      }
    }

    /**
     * @param failure why no further id could be read, null if all were
     */
    record End<T>(@Nullable Throwable failure) implements Place<T> {

      @Override
      public void cancel() {}

      void throwFailure() {
        if (failure instanceof Error error) {
          throw error;
        }
        if (failure instanceof RuntimeException exception) {
          throw exception;
        }
      }
    }
  }

  /** The ids begun and not yet handed over, and the order in which they will be. */
  private final class Line {

    private final Iterator<Long> ids;
    private final Semaphore room = new Semaphore(lookahead);

    /** Places made free at once, since each time wakes the reader. */
    private final int lot = Math.max(1, lookahead / 8);

    private final BlockingDeque<Place<T>> places = new LinkedBlockingDeque<>();

    /** Those that take their places when they have ended, in the order begun. */
    private final Set<Place<T>> placeless = new LinkedHashSet<>();

    private @Nullable Place<T> end;
    private boolean stopped;
    private int handedOver;

    Line(Iterator<Long> ids) {
      this.ids = ids;
    }

    /** Runs on the reader's thread. */
    void fill() {
      try {
        do {
          room.acquire();
        } while (ids.hasNext() && begin(ids.next()));
        end(new Place.End<>(null));
      } catch (InterruptedException stop) {
        // Nobody waits for the end of a line that was stopped.
      } catch (RuntimeException | Error failure) {
        // Thrown here it would end this thread alone, and the other would wait for ever.
        end(new Place.End<>(failure));
      }
    }

    private boolean begin(long id) {
      Place.Begun<T> begun = new Place.Begun<>(id);
      if (!add(begun)) {
        return false;
      }
      if (!ordered) {
        begun.answer.whenComplete((answer, thrown) -> ended(begun));
      }
      begun.start(start);
      return true;
    }

    private synchronized boolean add(Place<T> begun) {
      if (!stopped) {
        (ordered ? places : placeless).add(begun);
      }
      return !stopped;
    }

    private synchronized void ended(Place<T> begun) {
      if (placeless.remove(begun)) {
        places.add(begun);
        endWhenComplete();
      }
    }

    private synchronized void end(Place<T> last) {
      end = last;
      endWhenComplete();
    }

    private void endWhenComplete() {
      if (end != null && placeless.isEmpty()) {
        places.add(end);
      }
    }

    /** Cancels the last first: the first would make room in the window for them. */
    private void stop() {
      close();
      places.descendingIterator().forEachRemaining(Place::cancel);
    }

    private synchronized void close() {
      stopped = true;
      // Not when they have ended: whoever ends one may come to tell of it when nobody listens.
      places.addAll(placeless);
      placeless.clear();
    }

    /** Runs on the calling thread. */
    void handOver(OutcomeSink sink) {
      Place<T> place = handedOver(sink);
      for (Place<T> rest = places.poll();
          rest instanceof Place.Begun<T> begun;
          rest = places.poll()) {
        sink.accept(begun.outcome(outcome));
      }
      if (place instanceof Place.End<T> last) {
        last.throwFailure();
      }
    }

    /** What stopped the run, with nothing running any more, also if the sink throws. */
    private Place<T> handedOver(OutcomeSink sink) {
      try {
        Place<T> place = next(sink);
        while (place instanceof Place.Begun<T> begun && deliver(begun, sink)) {
          place = next(sink);
        }
        return place;
      } finally {
        stop();
      }
    }

    /** The head of the line; an end if the run is stopped while there is none. */
    private Place<T> next(OutcomeSink sink) {
      Place<T> ready = places.poll();
      if (ready != null) {
        return ready;
      }
      if (!sink.idle()) {
        return new Place.End<>(null);
      }
      try {
        return places.take();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return new Place.End<>(null);
      }
    }

    private boolean deliver(Place.Begun<T> begun, OutcomeSink sink) {
      boolean wanted = begun.answer.isDone() || sink.idle();
      if (!wanted || !begun.await()) {
        places.addFirst(begun);
        return false;
      }
      boolean goOn = sink.accept(begun.outcome(outcome));
      handedOver++;
      if (handedOver % lot == 0) {
        room.release(lot);
      }
      return goOn;
    }
  }
}
