package io.github.fetchcharacters.retry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that stands still but for the pauses, which pass at once. Safe for use by many threads.
 */
public final class LeapingClock implements Pause {

  private final AtomicLong nanos = new AtomicLong();

  /** The time in nanoseconds, as {@link System#nanoTime}. */
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public void pause(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  @Override
  public CompletableFuture<Void> pauseAsync(Duration duration) {
    pause(duration);
    return CompletableFuture.completedFuture(null);
  }
}
