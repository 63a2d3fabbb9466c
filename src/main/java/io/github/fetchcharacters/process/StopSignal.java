package io.github.fetchcharacters.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stops the worker on SIGINT and SIGTERM, which the JVM turns into a shutdown with their exit
 * status. For use by the worker and one shutdown hook.
 */
public final class StopSignal {

  /**
   * Max wait of a signal for the worker, which prints the complete records and writes its files in
   * some milliseconds. On a busy machine 200 ms were too short at times.
   */
  private static final long GRACE_MILLIS = 1000;

  private final Thread worker;
  private final CountDownLatch done = new CountDownLatch(1);

  /** Set by the first of a signal and the worker's end, which decides the exit status. */
  private final AtomicBoolean decided = new AtomicBoolean();

  /**
   * @param worker the thread that {@link #arrive} interrupts
   */
  public StopSignal(Thread worker) {
    this.worker = worker;
  }

  /** Interrupts the worker unless it is {@link #done}, and waits for it for a moment. */
  public void arrive() {
    if (!decided.compareAndSet(false, true)) {
      return;
    }
    worker.interrupt();
    try {
      if (!done.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Says that the worker has done its work, or has given it up.
   *
   * @return false if a signal is ending the process: then the worker returns without an exit of its
   *     own, whose status would replace the signal's on JDK 17 to 19 (JDK-8288984)
   */
  public boolean done() {
    done.countDown();
    return decided.compareAndSet(false, true);
  }
}
