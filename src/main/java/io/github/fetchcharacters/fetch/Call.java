package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.model.Character;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A call of the API in its twins.
 *
 * @param <T> what the API's answer is read into
 */
interface Call<T> {

  /**
   * Calls on this thread.
   *
   * @param number an id, or what else the call is made for by number
   */
  T get(long number) throws InterruptedException;

  /** The same without holding a thread; cancelling the future cancels the call. */
  CompletableFuture<T> getAsync(long number);

  /** The records that an answer brought, in its order. */
  List<Character> characters(T answer);
}
