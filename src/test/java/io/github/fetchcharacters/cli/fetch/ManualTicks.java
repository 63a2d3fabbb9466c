package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.terminal.Ticks;
import java.time.Duration;

/** A clock that a test advances. */
final class ManualTicks implements Ticks {

  private long nanos;
  private Runnable tick = () -> {};
  private boolean started;

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized Runnable start(Runnable called) {
    started = true;
    tick = called;
    return () -> {};
  }

  /** Whether a display has started its calls. */
  synchronized boolean isStarted() {
    return started;
  }

  /**
   * Advances the clock and calls the tick, even an ended one, since the last call may still run
   * then.
   */
  void advance(Duration duration) {
    Runnable called;
    synchronized (this) {
      nanos += duration.toNanos();
      called = tick;
    }
    called.run();
  }
}
