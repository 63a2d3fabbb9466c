package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.model.Character;
import java.util.Iterator;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Starts many ids at once and hands the outcomes over in the order asked: {@code asyncio.gather},
 * streamed. One thread reads ids and starts them; the calling thread waits for the head of the line
 * and is the only place that blocks on a future.
 */
final class FanOut implements Fetcher {

  private final LongFunction<CompletableFuture<Character>> start;
  private final int lookahead;

  /**
   * @param start starts one id; cancelling the future cancels the work
   * @param lookahead most ids that are begun and not yet handed over, at least 1
   */
  FanOut(LongFunction<CompletableFuture<Character>> start, int lookahead) {
    this.start = start;
    this.lookahead = lookahead;
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
  private sealed interface Place {

    /** Ends what is under way; does nothing to what has ended. */
    void cancel();

    record Begun(long id, CompletableFuture<Character> character) implements Place {

      /** Blocks until the outcome is known; false if the thread is interrupted. */
      boolean await() {
        try {
          character.get();
        } catch (ExecutionException | CancellationException known) {
          // It is known that it failed.
        } catch (InterruptedException stop) {
          Thread.currentThread().interrupt();
        }
        // Of a future that is done, get() does not look at the interrupt flag.
        return !Thread.currentThread().isInterrupted();
      }

      @Override
      public void cancel() {
        character.cancel(true);
      }

      /** The outcome; known, since it has ended or is cancelled. */
      Outcome outcome() {
        try {
          return new Outcome.Found(character.join());
        } catch (CancellationException cancelled) {
          return new Outcome.Skipped(id);
        } catch (CompletionException failed) {
          return new Outcome.Failed(
              id,
              failed.getCause() instanceof RuntimeException failure
                  ? failure
                  : new IllegalStateException(failed.getCause()));
        }
      }
    }

    /**
     * @param failure why no further id could be read, null if all were
     */
    record End(@Nullable RuntimeException failure) implements Place {

      @Override
      public void cancel() {}
    }
  }

  /** The ids begun and not yet handed over, in the order asked. */
  private final class Line {

    private final Iterator<Long> ids;
    private final Semaphore room = new Semaphore(lookahead);
    private final BlockingDeque<Place> places = new LinkedBlockingDeque<>();
    private boolean stopped;

    Line(Iterator<Long> ids) {
      this.ids = ids;
    }

    /** Runs on the reader's thread. */
    void fill() {
      try {
        do {
          room.acquire();
        } while (ids.hasNext() && begin(ids.next()));
        places.add(new Place.End(null));
      } catch (InterruptedException stop) {
        // Nobody waits for the end of a line that was stopped.
      } catch (RuntimeException failure) {
        places.add(new Place.End(failure));
      } catch (Error defect) {
        // Thrown here it would end this thread alone, and the other would wait for ever.
        places.add(new Place.End(new IllegalStateException(defect)));
      }
    }

    private synchronized boolean begin(long id) {
      if (!stopped) {
        places.add(new Place.Begun(id, start.apply(id)));
      }
      return !stopped;
    }

    /** Cancels the last first: the first would make room in the window for them. */
    private synchronized void stop() {
      stopped = true;
      places.descendingIterator().forEachRemaining(Place::cancel);
    }

    /** Runs on the calling thread. */
    void handOver(OutcomeSink sink) {
      Place place = next(sink);
      while (place instanceof Place.Begun begun && deliver(begun, sink)) {
        place = next(sink);
      }
      stop();
      for (Place rest = places.poll(); rest instanceof Place.Begun begun; rest = places.poll()) {
        sink.accept(begun.outcome());
      }
      if (place instanceof Place.End end && end.failure() != null) {
        throw end.failure();
      }
    }

    /** The head of the line; an end if the run is stopped while there is none. */
    private Place next(OutcomeSink sink) {
      Place ready = places.poll();
      if (ready != null) {
        return ready;
      }
      if (!sink.idle()) {
        return new Place.End(null);
      }
      try {
        return places.take();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return new Place.End(null);
      }
    }

    private boolean deliver(Place.Begun begun, OutcomeSink sink) {
      boolean wanted = begun.character().isDone() || sink.idle();
      if (!wanted || !begun.await()) {
        places.addFirst(begun);
        return false;
      }
      boolean goOn = sink.accept(begun.outcome());
      room.release();
      return goOn;
    }
  }
}
