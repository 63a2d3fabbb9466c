package io.github.fetchcharacters.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The clock of a display, and its regular calls. */
public interface Ticks {

  /** Nanoseconds from any origin. */
  long nanos();

  /**
   * Calls {@code tick} at regular intervals, on a thread of its own.
   *
   * @return ends the calls; the last one may still run afterwards
   */
  Runnable start(Runnable tick);

  /** Real time, and five calls a second. */
  static Ticks real() {
    return new Ticks() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public Runnable start(Runnable tick) {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> tickUntil(end, tick), "progress");
        thread.setDaemon(true);
        thread.start();
        return end::countDown;
      }
    };
  }

  private static void tickUntil(CountDownLatch end, Runnable tick) {
    try {
      while (!end.await(200, TimeUnit.MILLISECONDS)) {
        tick.run();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
