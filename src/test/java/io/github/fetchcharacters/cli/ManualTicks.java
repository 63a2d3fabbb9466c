package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.terminal.Ticks;
import java.time.Duration;

/** Time that passes when it is told to. */
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

  /** Whether anybody asked to be called. */
  synchronized boolean isStarted() {
    return started;
  }

  /** Lets time pass, and calls; even one who wants no more calls, since one may be under way. */
  void advance(Duration duration) {
    Runnable called;
    synchronized (this) {
      nanos += duration.toNanos();
      called = tick;
    }
    called.run();
  }
}
