package io.github.fetchcharacters.retry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets time pass. The only sleeper of the program, so that a test never has to wait. */
public interface Pause {

  /**
   * Returns after the duration.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void pause(Duration duration) throws InterruptedException;

  /** Completes after the duration, on a pool thread; no thread is held until then. */
  CompletableFuture<Void> pauseAsync(Duration duration);

  /** Real time. Safe for use by many threads. */
  static Pause real() {
    return new Pause() {
      @Override
      public void pause(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
      }

      @Override
      public CompletableFuture<Void> pauseAsync(Duration duration) {
        return CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(duration.toNanos(), TimeUnit.NANOSECONDS));
      }
    };
  }
}
