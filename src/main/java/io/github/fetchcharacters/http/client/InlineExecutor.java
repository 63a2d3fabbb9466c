package io.github.fetchcharacters.http.client;

import java.util.concurrent.Executor;

/**
 * Runs the client's tasks on one thread; a task that another one starts runs at once, ahead of the
 * queue. No task may block.
 */
final class InlineExecutor implements Executor {

  private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

  private final Executor thread;

  /**
   * @param thread runs the tasks that no other task starts
   */
  InlineExecutor(Executor thread) {
    this.thread = thread;
  }

  @Override
  public void execute(Runnable task) {
    if (INSIDE.get()) {
      task.run();
    } else {
      thread.execute(() -> outermost(task));
    }
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
