package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.model.Character;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The blocking call handed to an executor: {@code loop.run_in_executor}. */
final class ThreadsFetcher implements Fetcher {

  private final ApiClient client;
  private final int concurrency;
  private final int lookahead;

  ThreadsFetcher(ApiClient client, int concurrency, int lookahead) {
    this.client = client;
    this.concurrency = concurrency;
    this.lookahead = lookahead;
  }

  @Override
  public void fetch(Iterator<Long> ids, OutcomeSink sink) {
    ExecutorService executor = executor();
    try {
      new FanOut(id -> start(executor, id), lookahead).fetch(ids, sink);
    } finally {
      executor.shutdownNow();
    }
  }

  private CompletableFuture<Character> start(ExecutorService executor, long id) {
    CompletableFuture<Character> character = new CompletableFuture<>();
    Future<?> task = executor.submit(() -> get(id, character));
    character.whenComplete(
        (value, thrown) -> {
          if (thrown instanceof CancellationException) {
            task.cancel(true);
          }
        });
    return character;
  }

  private void get(long id, CompletableFuture<Character> character) {
    try {
      character.complete(client.getCharacter(id));
    } catch (InterruptedException cancelled) {
      character.cancel(false);
    } catch (RuntimeException | Error failure) {
      character.completeExceptionally(failure);
    }
  }

  /** Virtual threads where the JVM has them, from 21 on, else a pool. */
  private ExecutorService executor() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException before21) {
      return Executors.newFixedThreadPool(
          concurrency,
          task -> {
            Thread thread = new Thread(task, "fetch");
            thread.setDaemon(true);
            return thread;
          });
    }
  }
}
