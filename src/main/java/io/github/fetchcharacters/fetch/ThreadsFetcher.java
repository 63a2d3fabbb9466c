package io.github.fetchcharacters.fetch;

import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the blocking calls on an executor: {@code loop.run_in_executor}. */
final class ThreadsFetcher<T> implements Fetcher {

  private final TwinCall<T> call;
  private final Plan plan;

  ThreadsFetcher(TwinCall<T> call, Plan plan) {
    this.call = call;
    this.plan = plan;
  }

  @Override
  public void fetch(Iterator<Long> ids, OutcomeSink sink) {
    ExecutorService executor = executor();
    try {
      new FanOut<>(id -> start(executor, id), call.outcome(), plan.lookahead(), plan.ordered())
          .fetch(ids, sink);
    } finally {
      executor.shutdownNow();
    }
  }

  private CompletableFuture<T> start(ExecutorService executor, long id) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Future<?> task = executor.submit(() -> get(id, answer));
    answer.whenComplete(
        (value, thrown) -> {
          if (thrown instanceof CancellationException) {
            task.cancel(true);
          }
        });
    return answer;
  }

  private void get(long id, CompletableFuture<T> answer) {
    try {
      answer.complete(call.blocking().get(id));
    } catch (InterruptedException cancelled) {
      answer.cancel(false);
    } catch (RuntimeException | Error failure) {
      answer.completeExceptionally(failure);
    }
  }

  /** Makes virtual threads where the JVM has them, from 21 on, else a pool. */
  private ExecutorService executor() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException before21) {
      return new FetchPool(
          plan.concurrency(),
          task -> {
            Thread thread = new Thread(task, "fetch");
            thread.setDaemon(true);
            return thread;
          });
    }
  }
}
