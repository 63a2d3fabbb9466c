package io.github.fetchcharacters.cache;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Does the work on the disk on one daemon thread, in order, so that the threads that complete
 * answers never wait for it. What waits is bounded. Safe for use by many threads.
 */
final class Background {

  /** What a task takes beside its answer: three small objects and a name of 64 letters. */
  private static final int TASK_BYTES = 256;

  private final long maxBytes;
  private final AtomicLong waiting = new AtomicLong();

  /** Its thread starts with the first task. */
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Background::daemon);

  /**
   * @param maxBytes what may wait at a time
   */
  Background(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "cache");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Adds a task; does not wait.
   *
   * @param answerBytes the size of the answer that it holds until it begins; 0 without one
   * @return whether there was room for it
   */
  boolean offer(int answerBytes, Runnable task) {
    long bytes = (long) answerBytes + TASK_BYTES;
    if (waiting.addAndGet(bytes) > maxBytes) {
      waiting.addAndGet(-bytes);
      return false;
    }
    executor.execute(
        () -> {
          waiting.addAndGet(-bytes);
          task.run();
        });
    return true;
  }

  /** Takes no further task and waits for those before it, not beyond a time or an interrupt. */
  void finish(long maxMillis) {
    executor.shutdown();
    try {
      boolean unused = executor.awaitTermination(maxMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Drops the tasks that wait and interrupts the one that runs, if any is left. */
  void abandon() {
    List<Runnable> unused = executor.shutdownNow();
  }
}
