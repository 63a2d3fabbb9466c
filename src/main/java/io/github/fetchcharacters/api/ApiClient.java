package io.github.fetchcharacters.api;

import io.github.fetchcharacters.model.Character;
import io.github.fetchcharacters.retry.RetryObserver;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Fetches characters, in twins: {@link #getCharacter} blocks, {@link #getCharacterAsync} returns a
 * future. Both ask the same {@link Query}, read the answer with the same decoder, inside the
 * retried task, and leave the decision to try again to the same {@link RetryPolicy}. Safe for use
 * by many threads.
 */
public final class ApiClient {

  private final Transport transport;
  private final CharacterCodec codec;
  private final RetryPolicy retry;
  private final Window window;
  private final ApiListener listener;

  /**
   * @param transport sends the requests; stays open, its owner closes it
   * @param codec builds the requests and reads the answers
   * @param retry decides on further attempts
   * @param window bounds the requests in flight
   * @param listener is told each step
   */
  public ApiClient(
      Transport transport,
      CharacterCodec codec,
      RetryPolicy retry,
      Window window,
      ApiListener listener) {
    this.transport = transport;
    this.codec = codec;
    this.retry = retry;
    this.window = window;
    this.listener = listener;
  }

  /**
   * Fetches a character on this thread.
   *
   * @param id a positive number
   * @throws ApiException if the record could not be had, attempts included
   * @throws InterruptedException if the thread is interrupted meanwhile; the request is cancelled
   */
  public Character getCharacter(long id) throws InterruptedException {
    return get(codec.character(id));
  }

  /**
   * Fetches a character without holding a thread. May be called from any thread.
   *
   * @param id a positive number
   * @return completes with the record or an {@link ApiException}; cancelling it cancels the request
   *     under way and starts no other
   */
  public CompletableFuture<Character> getCharacterAsync(long id) {
    return getAsync(codec.character(id));
  }

  private <T> T get(Query<T> query) throws InterruptedException {
    listener.getting(query.subject());
    return retry.call(attempt -> attempt(query, attempt), observer(query));
  }

  private <T> CompletableFuture<T> getAsync(Query<T> query) {
    listener.getting(query.subject());
    return retry.callAsync(attempt -> attemptAsync(query, attempt), observer(query));
  }

  private RetryObserver observer(Query<?> query) {
    return (attempt, failure, decision) ->
        listener.failed(query.subject(), attempt, failure, decision);
  }

  private <T> T attempt(Query<T> query, int attempt) throws InterruptedException {
    Reply reply;
    window.enter();
    try {
      listener.fetching(query.subject(), query.uri(), attempt);
      reply = transport.exchange(query.uri());
    } finally {
      window.leave();
    }
    return read(query, attempt, reply);
  }

  private <T> CompletableFuture<T> attemptAsync(Query<T> query, int attempt) {
    CompletableFuture<T> value = new CompletableFuture<>();
    window
        .enterAsync()
        .thenRun(() -> exchangeAsync(query, attempt, value))
        .whenComplete((started, thrown) -> failIfThrown(value, thrown));
    return value;
  }

  /** Runs inside the window and leaves it when the answer is there, before reading it. */
  private <T> void exchangeAsync(Query<T> query, int attempt, CompletableFuture<T> value) {
    if (value.isDone()) {
      window.leave();
      return;
    }
    listener.fetching(query.subject(), query.uri(), attempt);
    CompletableFuture<Reply> exchange = transport.exchangeAsync(query.uri());
    // Cancelling does not travel up a chain of stages by itself.
    value.whenComplete((ignored, thrown) -> exchange.cancel(true));
    exchange
        .whenComplete((reply, thrown) -> window.leave())
        .thenAccept(reply -> value.complete(read(query, attempt, reply)))
        .whenComplete((done, thrown) -> failIfThrown(value, thrown));
  }

  private static void failIfThrown(CompletableFuture<?> future, @Nullable Throwable thrown) {
    if (thrown != null) {
      future.completeExceptionally(thrown);
    }
  }

  private <T> T read(Query<T> query, int attempt, Reply reply) {
    listener.fetched(query.subject(), query.uri(), attempt, reply);
    T value = query.decoder().apply(reply);
    listener.got(query.subject(), query.title().apply(value));
    return value;
  }
}
