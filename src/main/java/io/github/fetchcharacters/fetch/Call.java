package io.github.fetchcharacters.fetch;

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

  /** What became of a call that was answered. */
  Outcome outcome(long number, T answer);
}
