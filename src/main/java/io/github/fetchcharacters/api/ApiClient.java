package io.github.fetchcharacters.api;

import io.github.fetchcharacters.model.Character;
import io.github.fetchcharacters.retry.RetryObserver;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Fetches characters, in twins: {@link #getCharacter} blocks, {@link #getCharacterAsync} returns a
 * future. Both ask the same {@link Query}, read the answer with the same decoder, inside the
 * retried task, and leave the decision to try again to the same {@link RetryPolicy}. Safe for use
 * by many threads.
 */
public final class ApiClient {

  /** Most times one attempt is sent if the server does nothing about it. */
  private static final int MOST_SENDINGS = 10;

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

  /**
   * Fetches several characters with one request, without holding a thread. May be called from any
   * thread.
   *
   * @param ids different positive numbers, at least one
   * @return completes with what became of each id, or an {@link ApiException} where that is not
   *     known of any; cancelling it cancels the request under way and starts no other
   */
  public CompletableFuture<Characters> getCharactersAsync(List<Long> ids) {
    return getAsync(codec.characters(ids));
  }

  /**
   * Fetches a page of the list of characters on this thread.
   *
   * @param filters what the records must match, by the name of the API's parameter; empty for every
   *     character
   * @param number from 1
   * @return the page; without a match an empty one
   * @throws ApiException if it could not be had, attempts included
   * @throws InterruptedException if the thread is interrupted meanwhile; the request is cancelled
   */
  public Page getPage(Map<String, String> filters, long number) throws InterruptedException {
    return get(codec.page(filters, number));
  }

  /**
   * Fetches a page without holding a thread. May be called from any thread.
   *
   * @return completes as {@link #getPage} returns or throws; cancelling it cancels the request
   *     under way and starts no other
   */
  public CompletableFuture<Page> getPageAsync(Map<String, String> filters, long number) {
    return getAsync(codec.page(filters, number));
  }

  private <T> T get(Query<T> query) throws InterruptedException {
    listener.getting(query.subject());
    Route route = new Route(transport);
    return retry.call(attempt -> attempt(query, route, attempt), observer(query));
  }

  private <T> CompletableFuture<T> getAsync(Query<T> query) {
    listener.getting(query.subject());
    Route route = new Route(transport);
    return retry.callAsync(attempt -> attemptAsync(query, route, attempt), observer(query));
  }

  private RetryObserver observer(Query<?> query) {
    return (attempt, failure, decision) ->
        listener.failed(query.subject(), attempt, failure, decision);
  }

  private <T> T attempt(Query<T> query, Route route, int attempt) throws InterruptedException {
    for (int sent = 1; ; sent++) {
      try {
        return send(query, route, attempt);
      } catch (ApiException failure) {
        route.heed(failure);
        if (!sendAgain(failure, sent)) {
          throw failure;
        }
      }
    }
  }

  private <T> CompletableFuture<T> attemptAsync(Query<T> query, Route route, int attempt) {
    CompletableFuture<T> value = new CompletableFuture<>();
    sendAsync(query, route, attempt, 1, value);
    return value;
  }

  private <T> T send(Query<T> query, Route route, int attempt) throws InterruptedException {
    long entered = window.enter(attempt);
    try {
      listener.fetching(query.subject(), query.uri(), attempt);
      return read(query, attempt, route.transport().exchange(query.uri()), entered);
    } catch (ApiException failure) {
      heed(failure, entered);
      throw failure;
    } finally {
      window.leave();
    }
  }

  private <T> void sendAsync(
      Query<T> query, Route route, int attempt, int sent, CompletableFuture<T> value) {
    window
        .enterAsync(attempt)
        .thenCompose(entered -> exchangeAsync(query, route, attempt, entered, value))
        .whenComplete(
            (read, thrown) -> {
              if (thrown == null) {
                value.complete(read);
                return;
              }
              route.heed(RetryPolicy.causeOf(thrown));
              if (sendAgain(RetryPolicy.causeOf(thrown), sent) && !value.isDone()) {
                sendAsync(query, route, attempt, sent + 1, value);
              } else {
                value.completeExceptionally(thrown);
              }
            });
  }

  /** Runs inside the window and leaves it when the answer is read. */
  private <T> CompletableFuture<T> exchangeAsync(
      Query<T> query, Route route, int attempt, long entered, CompletableFuture<T> value) {
    if (value.isDone()) {
      window.leave();
      return value;
    }
    CompletableFuture<Reply> exchange = started(query, route, attempt);
    // Cancelling does not travel up a chain of stages by itself.
    value.whenComplete((ignored, thrown) -> exchange.cancel(true));
    return exchange
        .thenApply(reply -> read(query, attempt, reply, entered))
        .whenComplete(
            (read, thrown) -> {
              if (thrown != null && RetryPolicy.causeOf(thrown) instanceof ApiException failure) {
                heed(failure, entered);
              }
              window.leave();
            });
  }

  /** A future, whatever happens, since the window must be left. */
  private CompletableFuture<Reply> started(Query<?> query, Route route, int attempt) {
    try {
      listener.fetching(query.subject(), query.uri(), attempt);
      return route.transport().exchangeAsync(query.uri());
    } catch (RuntimeException | Error thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }

  /** Whether to send once more within the same attempt. */
  private static boolean sendAgain(Throwable failure, int sent) {
    return failure instanceof TransportException lost
        && lost.isResendable()
        && sent < MOST_SENDINGS;
  }

  private <T> T read(Query<T> query, int attempt, Reply reply, long entered) {
    listener.fetched(query.subject(), query.uri(), attempt, reply);
    T value = query.decoder().apply(reply);
    window.succeeded(reply, entered);
    listener.got(query.subject(), query.title().apply(value));
    return value;
  }

  private void heed(ApiException failure, long entered) {
    window.heed(failure, entered).ifPresent(wait -> listener.paused(failure, wait));
  }
}
