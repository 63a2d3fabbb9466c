package io.github.fetchcharacters.http.pool;

import io.github.fetchcharacters.retry.Drain;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait for a client, first come, first served, without holding a thread. Safe for use
 * by many threads.
 */
public final class ClientLine {

  private final Queue<CompletableFuture<PooledClient>> waiting = new ConcurrentLinkedQueue<>();
  private final Drain drain = new Drain(this::serveAll);
  private final Supplier<@Nullable PooledClient> entry;
  private final Consumer<PooledClient> leave;

  /**
   * @param entry enters a client; null for not yet. What it throws is the request's failure
   * @param leave leaves a client, for a request that was cancelled meanwhile
   */
  ClientLine(Supplier<@Nullable PooledClient> entry, Consumer<PooledClient> leave) {
    this.entry = entry;
    this.leave = leave;
  }

  /**
   * Enters a client, now or as soon as one is free.
   *
   * @return completes with a client that the request has entered; cancelling it leaves the line
   */
  public CompletableFuture<PooledClient> enter() {
    CompletableFuture<PooledClient> place = new CompletableFuture<>();
    if (!waiting.isEmpty() || !serve(place)) {
      waiting.add(place);
      drain();
    }
    return place;
  }

  /** Serves each request for which a client is free; one that fails at once leads back here. */
  void drain() {
    if (!waiting.isEmpty()) {
      drain.request();
    }
  }

  private void serveAll() {
    CompletableFuture<PooledClient> next = waiting.peek();
    while (next != null && (next.isDone() || serve(next))) {
      waiting.remove();
      next = waiting.peek();
    }
  }

  /** Whether the request waits no longer. */
  private boolean serve(CompletableFuture<PooledClient> place) {
    try {
      PooledClient client = entry.get();
      if (client != null && !place.complete(client)) {
        leave.accept(client);
      }
      return client != null;
    } catch (RuntimeException | Error noClient) {
      place.completeExceptionally(noClient);
      return true;
    }
  }
}
