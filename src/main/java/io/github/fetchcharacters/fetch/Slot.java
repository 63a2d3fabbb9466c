package io.github.fetchcharacters.fetch;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A begun id, or the end of the {@link Line}. Safe for use by many threads. */
sealed interface Slot<T> {

  /** Cancels the work in flight; does nothing after its end. */
  void cancel();

  /** An id whose answer has its place before its work is started, so that a stop finds it. */
  final class Pending<T> implements Slot<T> {

    private final long id;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final BiConsumer<Slot<T>, RuntimeException> failed;
    private volatile @Nullable CompletableFuture<T> work;

    /**
     * @param failed takes this id and its failure as soon as it is known; may run on any thread
     */
    Pending(long id, BiConsumer<Slot<T>, RuntimeException> failed) {
      this.id = id;
      this.failed = failed;
    }

    /** Starts the work, unless a stop came first; what starting throws is the answer. */
    void start(LongFunction<CompletableFuture<T>> start) {
      if (answer.isDone()) {
        return;
      }
      try {
        follow(start.apply(id));
      } catch (RuntimeException | Error thrown) {
        fail(thrown);
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
        fail(thrown);
      }
    }

    private void fail(Throwable thrown) {
      boolean known = !answer.completeExceptionally(thrown);
      if (!known && Outcome.ofFailure(id, thrown) instanceof Outcome.Failed failure) {
        failed.accept(this, failure.failure());
      }
    }

    @Override
    public void cancel() {
      CompletableFuture<T> started = work;
      if (started != null && started.isDone()) {
        // Its answer may not have arrived yet.
        started.whenComplete(this::ended);
      }
      answer.cancel(true);
    }

    /** Calls an action when the answer is known; at once if it is. */
    void whenEnded(Runnable action) {
      answer.whenComplete((value, thrown) -> action.run());
    }

    boolean isEnded() {
      return answer.isDone();
    }

    /** Blocks until the outcome is known; false if the thread is interrupted. */
    boolean await() {
      try {
        answer.get();
      } catch (ExecutionException | CancellationException known) {
        // A known outcome, too.
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      // get() ignores the interrupt flag if the future is done.
      return !Thread.currentThread().isInterrupted();
    }

    /** The outcome; call after the answer has ended or is cancelled. */
    Outcome outcome(BiFunction<Long, T, Outcome> answered) {
      try {
        return answered.apply(id, answer.join());
      } catch (RuntimeException | Error failed) {
        return Outcome.ofFailure(id, failed);
      }
    }
  }

  /**
   * The end of the line.
   *
   * @param failure why no further id could be read, null if all were
   */
  record EndOfIds<T>(@Nullable Throwable failure) implements Slot<T> {

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
