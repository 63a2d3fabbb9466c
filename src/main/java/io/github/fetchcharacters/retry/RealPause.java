package io.github.fetchcharacters.retry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Real time. The stage after a pause runs on a thread of its own and neither on the JDK's timer nor
 * in the common pool, which has two threads on two processors: it may look up a name, which may
 * take seconds, and would hold up every pause that ends meanwhile. Where the process may start no
 * more threads the stage runs on the timer, since it would not run at all otherwise. Safe for use
 * by many threads.
 */
final class RealPause implements Pause {

  private static final Executor THREADS =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), RealPause::daemon);

  @Override
  public void pause(Duration duration) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(duration.toNanos());
  }

  /** Until 21 a timer outlives its future if that ends badly, as by a cancel (JDK-8303742). */
  @Override
  public CompletableFuture<Void> pauseAsync(Duration duration) {
    CompletableFuture<Void> timer =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, duration.toNanos(), TimeUnit.NANOSECONDS);
    CompletableFuture<Void> pause = timer.thenRunAsync(() -> {}, RealPause::run);
    pause.whenComplete((past, cancelled) -> timer.complete(null));
    return pause;
  }

  private static void run(Runnable work) {
    try {
      THREADS.execute(work);
    } catch (OutOfMemoryError noThread) {
      work.run();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "pause");
    thread.setDaemon(true);
    return thread;
  }
}
