package io.github.fetchcharacters.api;

import io.github.fetchcharacters.codec.CharacterCodec;
import io.github.fetchcharacters.codec.Characters;
import io.github.fetchcharacters.codec.Page;
import io.github.fetchcharacters.codec.Query;
import io.github.fetchcharacters.flow.Window;
import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.model.Character;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

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

  /**
   * @param transport sends the requests; stays open, its owner closes it
   * @param codec builds the requests and reads the answers
   * @param retry decides on further attempts
   * @param window bounds the requests in flight
   * @param listener makes a listener for each call
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
   * @throws ApiException if the last attempt brought no record
   * @throws InterruptedException on an interrupt meanwhile, which cancels the request
   */
  public Character getCharacter(long id) throws InterruptedException {
    return get(codec.character(id));
  }

  /**
   * Fetches a character without holding a thread. May be called from any thread.
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
   * thread.
   *
   * @param ids different positive numbers, at least one
   * @return completes with the records and failures by id, or an {@link ApiException} for all;
   *     cancelling it cancels the request in flight and starts no other
   */
  public CompletableFuture<Characters> getCharactersAsync(List<Long> ids) {
    return getAsync(codec.characters(ids));
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
   * Fetches a page without holding a thread. May be called from any thread.
   *
   * @return completes as {@link #getPage} returns or throws; cancelling it cancels the request in
   *     flight and starts no other
   */
  public CompletableFuture<Page> getPageAsync(Map<String, String> filters, long number) {
    return getAsync(codec.page(filters, number));
  }

  private <T> T get(Query<T> query) throws InterruptedException {
    ApiCall<T> call = call(query);
    return retry.call(call, call);
  }

  private <T> CompletableFuture<T> getAsync(Query<T> query) {
    try {
      ApiCall<T> call = call(query);
      return retry.callAsync(call::start, call);
    } catch (RuntimeException | Error thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }

  private <T> ApiCall<T> call(Query<T> query) {
    return new ApiCall<>(query, transport, window, listener.begin(query.resource()));
  }
}
