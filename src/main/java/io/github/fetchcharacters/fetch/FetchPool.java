package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.http.ResourceLimits;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A pool that goes on with the threads it has where the operating system starts no more. Safe for
 * use by many threads.
 */
final class FetchPool extends ThreadPoolExecutor {

  /**
   * @param max max threads
   */
  FetchPool(int max, ThreadFactory factory) {
    super(max, max, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
  }

  /** Throws the error of the first thread, which no other can replace. */
  @Override
  public void execute(Runnable task) {
    try {
      super.execute(task);
    } catch (OutOfMemoryError refused) {
      int threads = getPoolSize();
      if (threads == 0 || !ResourceLimits.outOfThreads(refused)) {
        throw refused;
      }
      // With as many threads as this a task waits in the queue.
      setCorePoolSize(threads);
      super.execute(task);
    }
  }
}
