package io.github.fetchcharacters.fetch;

import java.util.concurrent.CompletableFuture;

/**
 * A call of the API in its twins.
 *
 * @param <T> the value of an answer
 */
interface Call<T> {

  /**
   * Calls on this thread.
   *
   * @param number an id, or the number of a page
   */
  T get(long number) throws InterruptedException;

  /** Calls without holding a thread; cancelling the future cancels the call. */
  CompletableFuture<T> getAsync(long number);

  /** The outcome of an answer. */
  Outcome outcome(long number, T answer);
}
