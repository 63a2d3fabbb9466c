package io.github.fetchcharacters.api;

import io.github.fetchcharacters.codec.CharacterCodec;
import io.github.fetchcharacters.codec.Characters;
import io.github.fetchcharacters.codec.Page;
import io.github.fetchcharacters.codec.Query;
import io.github.fetchcharacters.flow.Window;
import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.HttpSettings.Header;
import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.model.Character;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Fetches characters, in twins: {@link #getCharacter} blocks, {@link #getCharacterAsync} returns a
 * future. Both ask the same {@link Query}, read the answer with its decoder inside the retried
 * task, and leave the decision on another attempt to the same {@link RetryPolicy}. Safe for use by
 * many threads.
 */
public final class ApiClient {

  private final Transport transport;
  private final CharacterCodec codec;
  private final RetryPolicy retry;
  private final Window window;
  private final ApiListener listener;
  private final @Nullable AnswerCache cache;

  /** A client without a cache. */
  public ApiClient(
      Transport transport,
      CharacterCodec codec,
      RetryPolicy retry,
      Window window,
      ApiListener listener) {
    this(transport, codec, retry, window, listener, null);
  }

  /**
   * @param transport sends the requests; stays open, its owner closes it
   * @param codec builds the requests and reads the answers
   * @param retry decides on further attempts
   * @param window bounds the requests in flight
   * @param listener makes a listener for each call
   * @param cache has the answers of earlier runs, null for none; stays open
   */
  public ApiClient(
      Transport transport,
      CharacterCodec codec,
      RetryPolicy retry,
      Window window,
      ApiListener listener,
      @Nullable AnswerCache cache) {
    this.transport = transport;
    this.codec = codec;
    this.retry = retry;
    this.window = window;
    this.listener = listener;
    this.cache = cache;
  }

  /**
   * Returns a character that need not be asked for, since the cache has it; null if it has not. It
   * reads a file.
   *
   * @param id a positive number
   */
  public @Nullable Character getCachedCharacter(long id) {
    Query<Character> query = codec.character(id);
    Kept<Character> kept = kept(query);
    return kept != null && kept.isFresh() ? cached(query, kept) : null;
  }

  /**
   * Fetches a character on this thread.
   *
   * @param id a positive number
   * @throws ApiException if the last attempt brought no record
   * @throws InterruptedException on an interrupt meanwhile, which cancels the request
   */
  public Character getCharacter(long id) throws InterruptedException {
    return get(codec.character(id));
  }

  /**
   * Fetches a character without holding a thread. May be called from any thread that may read a
   * file of the cache.
   *
   * @param id a positive number
   * @return completes with the record or an {@link ApiException}; cancelling it cancels the request
   *     in flight and starts no other
   */
  public CompletableFuture<Character> getCharacterAsync(long id) {
    return getAsync(codec.character(id));
  }

  /**
   * Fetches several characters with one request, without holding a thread. May be called from any
   * thread: it looks for none in the cache, and keeps each there.
   *
   * @param ids different positive numbers, at least one
   * @return completes with the records and failures by id, or an {@link ApiException} for all;
   *     cancelling it cancels the request in flight and starts no other
   */
  public CompletableFuture<Characters> getCharactersAsync(List<Long> ids) {
    return startAsync(codec.characters(ids), null);
  }

  /**
   * Fetches a page of the list of characters on this thread.
   *
   * @param filters the conditions of the records, by the name of the API's parameter; empty for
   *     every character
   * @param number from 1
   * @return the page; without a match an empty one
   * @throws ApiException if the last attempt brought no page
   * @throws InterruptedException on an interrupt meanwhile, which cancels the request
   */
  public Page getPage(Map<String, String> filters, long number) throws InterruptedException {
    return get(codec.page(filters, number));
  }

  /**
   * Fetches a page without holding a thread. May be called from any thread that may read a file of
   * the cache.
   *
   * @return completes as {@link #getPage} returns or throws; cancelling it cancels the request in
   *     flight and starts no other
   */
  public CompletableFuture<Page> getPageAsync(Map<String, String> filters, long number) {
    return getAsync(codec.page(filters, number));
  }

  private <T> T get(Query<T> query) throws InterruptedException {
    Kept<T> kept = kept(query);
    if (kept != null && kept.isFresh()) {
      return cached(query, kept);
    }
    ApiCall<T> call = call(query, kept);
    return retry.call(call, call);
  }

  private <T> CompletableFuture<T> getAsync(Query<T> query) {
    try {
      Kept<T> kept = kept(query);
      return kept != null && kept.isFresh()
          ? CompletableFuture.completedFuture(cached(query, kept))
          : startAsync(query, kept);
    } catch (RuntimeException | Error thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }

  private <T> CompletableFuture<T> startAsync(Query<T> query, @Nullable Kept<T> kept) {
    try {
      ApiCall<T> call = call(query, kept);
      return retry.callAsync(call::start, call);
    } catch (RuntimeException | Error thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }

  private <T> @Nullable Kept<T> kept(Query<T> query) {
    return cache == null ? null : cache.find(query);
  }

  /** Outside the window and its rate: nothing is sent. */
  private <T> T cached(Query<T> query, Kept<T> kept) {
    CallListener call = listener.begin(query.resource());
    call.cached(query.uri(), kept.age());
    call.got(query.title().apply(kept.value()));
    return kept.value();
  }

  /**
   * @param kept what the server may confirm instead of sending it again; null for none
   */
  private <T> ApiCall<T> call(Query<T> query, @Nullable Kept<T> kept) {
    List<Header> conditions = kept == null ? List.of() : kept.validator().conditions();
    return new ApiCall<>(
        cache == null ? query : cache.keeping(query, conditions.isEmpty() ? null : kept),
        conditions.isEmpty() ? transport : transport.with(conditions),
        window,
        listener.begin(query.resource()));
  }
}
