package io.github.fetchcharacters.http.pool;

import java.util.concurrent.Executor;

/**
 * Runs the client's tasks on one thread; a task that another one starts runs at once, ahead of the
 * queue. No task may block, and none runs on the thread of a caller: an answer may keep its thread
 * for ever.
 */
final class InlineExecutor implements Executor {

  private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

  private final Executor thread;
  private final boolean onSelector;

  /**
   * @param thread runs the tasks that no other task starts
   * @param onSelector whether a task that the client's selector starts runs there at once
   */
  InlineExecutor(Executor thread, boolean onSelector) {
    this.thread = thread;
    this.onSelector = onSelector;
  }

  @Override
  public void execute(Runnable task) {
    if (INSIDE.get() || (onSelector && isSelector(Thread.currentThread()))) {
      task.run();
    } else {
      thread.execute(() -> outermost(task));
    }
  }

  private static boolean isSelector(Thread current) {
    return current.getName().endsWith("-SelectorManager");
  }

  private static void outermost(Runnable task) {
    INSIDE.set(true);
    try {
      task.run();
    } finally {
      INSIDE.remove();
    }
  }
}
