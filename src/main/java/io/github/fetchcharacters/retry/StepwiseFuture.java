package io.github.fetchcharacters.retry;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A future that takes several steps, one after another, each a future of its own. Cancelling it
 * cancels the current step. Safe for use by many threads, as long as one step follows another.
 */
public abstract class StepwiseFuture<T> extends CompletableFuture<T> {

  private volatile @Nullable CompletableFuture<?> current;

  /**
   * Takes a step, or cancels it if this future has ended meanwhile.
   *
   * @param next what follows the step's end, given its value or its failure; what it throws ends
   *     this future, since an exception that leaves a stage is swallowed there
   */
  protected final <S> void follow(
      CompletableFuture<S> step, BiConsumer<S, @Nullable Throwable> next) {
    current = step;
    if (isDone()) {
      step.cancel(true);
    }
    step.whenComplete((value, thrown) -> orEnd(() -> next.accept(value, thrown)));
  }

  /** Runs an action; what it throws ends this future. */
  protected final void orEnd(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error thrown) {
      completeExceptionally(thrown);
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    CompletableFuture<?> step = current;
    if (cancelled && step != null) {
      step.cancel(mayInterruptIfRunning);
    }
    return cancelled;
  }
}
