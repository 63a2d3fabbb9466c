package io.github.fetchcharacters.http.client;

import java.util.concurrent.Executor;

/**
 * Runs the client's tasks on one thread, and those that come from another task at once, without a
 * turn in the queue. None of them may block.
 */
final class InlineExecutor implements Executor {

  private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

  private final Executor thread;

  /**
   * @param thread where tasks run that do not come from another task
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
