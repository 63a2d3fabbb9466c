package io.github.fetchcharacters.retry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tries again after a failure, in twins: {@link #call} blocks, {@link #callAsync} returns a future.
 * Both are loops; {@link #decide} holds the only decision. Safe for use by many threads if the
 * pause and the source of chance are.
 */
public final class RetryPolicy {

  private final int retries;
  private final Backoff backoff;
  private final Pause pause;
  private final DoubleSupplier chance;

  /**
   * Makes a policy.
   *
   * @param retries max attempts after the first, not negative
   * @param backoff how long to wait between attempts
   * @param pause lets the wait pass
   * @param chance numbers in [0, 1) for the jitter
   * @throws IllegalArgumentException if {@code retries} is negative
   */
  public RetryPolicy(int retries, Backoff backoff, Pause pause, DoubleSupplier chance) {
    if (retries < 0) {
      throw new IllegalArgumentException("retries must not be negative: " + retries);
    }
    this.retries = retries;
    this.backoff = backoff;
    this.pause = pause;
    this.chance = chance;
  }

  /** The next step after a failed attempt. */
  public sealed interface Decision {

    /** The next attempt starts after this wait. */
    record TryAgain(Duration delay) implements Decision {}

    /** No further attempt; this failure is the result. */
    record GiveUp(RuntimeException failure) implements Decision {}
  }

  /** One attempt of a blocking task. */
  @FunctionalInterface
  public interface Attempt<T> {

    /**
     * Runs the attempt to its end.
     *
     * @param attempt which attempt this is, from 1
     */
    T run(int attempt) throws InterruptedException;
  }

  /**
   * Decides on a further attempt, without side effects. A wait that the server asked for is a floor
   * under the backoff; one beyond the backoff's cap ends the attempts at once.
   *
   * @param attempt the attempt that failed, from 1
   * @param failure why; tried again only if it is a {@link RetryHint} that allows it
   * @param chance a number in [0, 1) for the jitter
   */
  public Decision decide(int attempt, RuntimeException failure, double chance) {
    if (!(failure instanceof RetryHint hint) || !hint.retryable() || attempt > retries) {
      return new Decision.GiveUp(failure);
    }
    Duration asked = hint.retryAfter().orElse(Duration.ZERO);
    if (asked.compareTo(backoff.cap()) > 0) {
      return new Decision.GiveUp(hint.asksTooLong(backoff.cap()));
    }
    Duration jittered = backoff.delay(attempt, chance);
    return new Decision.TryAgain(asked.compareTo(jittered) > 0 ? asked : jittered);
  }

  /**
   * Runs the task on this thread until it succeeds or the policy gives up.
   *
   * @return what the last attempt returned
   * @throws RuntimeException the failure of {@link Decision.GiveUp}, or what the observer or the
   *     pause threw
   * @throws Error what the task, the observer or the pause threw, without another attempt
   * @throws InterruptedException if the thread is interrupted in an attempt or between two
   */
  public <T> T call(Attempt<T> task, RetryObserver observer) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return task.run(attempt);
      } catch (RuntimeException failure) {
        Decision decision = decided(attempt, failure, observer);
        if (decision instanceof Decision.TryAgain again) {
          pause.pause(again.delay());
        } else {
          throw ((Decision.GiveUp) decision).failure();
        }
      }
    }
  }

  /**
   * Runs the task until it succeeds or the policy gives up, without holding a thread. It takes a
   * supplier of futures, since a future runs once.
   *
   * @param task starts the attempt of the given number, from 1
   * @return completes with the value of the last attempt or with what {@link #call} would throw,
   *     unwrapped; cancelling it cancels the current attempt or pause and starts no other
   */
  public <T> CompletableFuture<T> callAsync(
      IntFunction<CompletableFuture<T>> task, RetryObserver observer) {
    AsyncCall<T> call = new AsyncCall<>(task, observer);
    call.startNext();
    return call;
  }

  /** Unwraps the failure of a stage from the exception that a later stage sees. */
  public static Throwable causeOf(Throwable thrown) {
    return thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }

  private Decision decided(int attempt, RuntimeException failure, RetryObserver observer) {
    Decision decision = decide(attempt, failure, chance.getAsDouble());
    observer.failed(attempt, failure, decision);
    return decision;
  }

  /** The loop of {@link #callAsync}: each attempt that fails schedules the next. */
  private final class AsyncCall<T> extends StepwiseFuture<T> {

    private final IntFunction<CompletableFuture<T>> task;
    private final RetryObserver observer;
    private final Drain attempts = new Drain(this::attempt);
    private int started;

    AsyncCall(IntFunction<CompletableFuture<T>> task, RetryObserver observer) {
      this.task = task;
      this.observer = observer;
    }

    /** Starts the next attempt, each of which requests one other at most. */
    void startNext() {
      attempts.request();
    }

    private void attempt() {
      int attempt = ++started;
      if (!isDone()) {
        follow(start(attempt), (value, thrown) -> ended(attempt, value, thrown));
      }
    }

    private CompletableFuture<T> start(int attempt) {
      try {
        return task.apply(attempt);
      } catch (RuntimeException | Error thrown) {
        return failedFuture(thrown);
      }
    }

    private void ended(int attempt, T value, @Nullable Throwable thrown) {
      if (thrown == null) {
        complete(value);
      } else if (causeOf(thrown) instanceof RuntimeException failure) {
        failed(attempt, failure);
      } else {
        completeExceptionally(causeOf(thrown));
      }
    }

    private void failed(int attempt, RuntimeException failure) {
      if (isDone()) {
        return;
      }
      Decision decision = decided(attempt, failure, observer);
      if (decision instanceof Decision.TryAgain again) {
        follow(pause.pauseAsync(again.delay()), (past, thrown) -> paused(thrown));
      } else {
        completeExceptionally(((Decision.GiveUp) decision).failure());
      }
    }

    private void paused(@Nullable Throwable thrown) {
      if (thrown == null) {
        startNext();
      } else {
        completeExceptionally(causeOf(thrown));
      }
    }
  }
}
