package io.github.fetchcharacters.flow;

import io.github.fetchcharacters.retry.Pause;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The timer until a closed window opens. Safe for use by many threads, if one at a time schedules.
 */
final class Opening {

  private final Pause pause;
  private final Runnable opened;
  private final Consumer<Throwable> failed;
  private volatile @Nullable CompletableFuture<Void> timer;

  /**
   * @param pause lets the wait pass
   * @param opened runs at the timer's end, and when it is cancelled
   * @param failed hears why the timer ended otherwise
   */
  Opening(Pause pause, Runnable opened, Consumer<Throwable> failed) {
    this.pause = pause;
    this.opened = opened;
    this.failed = failed;
  }

  boolean isScheduled() {
    return timer != null;
  }

  /** Sets the timer; call if none is set. */
  void schedule(long nanos) {
    CompletableFuture<Void> next = pause.pauseAsync(Duration.ofNanos(nanos));
    timer = next;
    next.whenComplete((past, thrown) -> ended(thrown));
  }

  private void ended(@Nullable Throwable thrown) {
    timer = null;
    if (thrown == null || thrown instanceof CancellationException) {
      opened.run();
    } else {
      failed.accept(RetryPolicy.causeOf(thrown));
    }
  }

  /** Cancels the timer, if one is set. */
  void cancel() {
    CompletableFuture<Void> unwanted = timer;
    if (unwanted != null) {
      unwanted.cancel(true);
    }
  }
}
