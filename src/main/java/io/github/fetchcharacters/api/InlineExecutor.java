package io.github.fetchcharacters.api;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * Runs each of the client's tasks to its end on one thread, so that an answer is read, decoded and
 * followed by the next request without being handed from thread to thread; that takes longer than
 * the work. None of it may block.
 */
final class InlineExecutor implements Executor {

  /** What is left for the end of the task that runs on this thread; null outside of one. */
  private static final ThreadLocal<@Nullable Queue<Runnable>> DEFERRED = new ThreadLocal<>();

  private final Executor thread;

  /**
   * @param thread where tasks run that do not come from another task
   */
  InlineExecutor(Executor thread) {
    this.thread = thread;
  }

  @Override
  public void execute(Runnable task) {
    if (DEFERRED.get() != null) {
      task.run();
    } else {
      thread.execute(() -> outermost(task));
    }
  }

  private static void outermost(Runnable task) {
    Queue<Runnable> afterwards = new ArrayDeque<>();
    DEFERRED.set(afterwards);
    try {
      task.run();
      for (Runnable next = afterwards.poll(); next != null; next = afterwards.poll()) {
        next.run();
      }
    } finally {
      DEFERRED.remove();
    }
  }

  /**
   * Runs something after the client's task that has led here. A body's end comes before its
   * connection is free again: who asks for the next one there gets a new connection.
   */
  void afterTask(Runnable action) {
    Queue<Runnable> afterwards = DEFERRED.get();
    if (afterwards != null) {
      afterwards.add(action);
    } else {
      ForkJoinPool.commonPool().execute(action);
    }
  }
}
