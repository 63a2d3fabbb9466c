package io.github.fetchcharacters.retry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Lets time pass. The only sleeper of the program, so that a test never has to wait. */
public interface Pause {

  /**
   * Returns after the duration.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void pause(Duration duration) throws InterruptedException;

  /**
   * Completes after the duration, on a thread of the pauses; no thread is held until then.
   * Cancelling it ends the wait and leaves no timer behind.
   */
  CompletableFuture<Void> pauseAsync(Duration duration);

  /** Returns real time. Safe for use by many threads. */
  static Pause real() {
    return new RealPause();
  }
}
