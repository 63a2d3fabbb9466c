package io.github.fetchcharacters.api;

import java.util.concurrent.Executor;

/**
 * Runs the client's tasks on one thread, and those that come from another task at once, without a
 * turn in the queue. None of them may block.
 */
final class InlineExecutor implements Executor {

  private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

  private final Executor thread;
  private final Progress progress;

  /**
   * @param thread where tasks run that do not come from another task
   * @param progress watches those
   */
  InlineExecutor(Executor thread, Progress progress) {
    this.thread = thread;
    this.progress = progress;
  }

  @Override
  public void execute(Runnable task) {
    if (INSIDE.get()) {
      task.run();
    } else {
      thread.execute(() -> outermost(task));
    }
  }

  private void outermost(Runnable task) {
    INSIDE.set(true);
    try {
      progress.watch(task);
    } finally {
      INSIDE.remove();
    }
  }
}
