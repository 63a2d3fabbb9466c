package io.github.fetchcharacters.retry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Reports each wait and lets no time pass. Safe for use by many threads if the consumer is. */
public final class RecordingPause implements Pause {

  private final Consumer<Duration> waits;

  public RecordingPause(Consumer<Duration> waits) {
    this.waits = waits;
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted in a pause");
    }
    waits.accept(duration);
  }

  @Override
  public CompletableFuture<Void> pauseAsync(Duration duration) {
    waits.accept(duration);
    return CompletableFuture.completedFuture(null);
  }
}
