package io.github.fetchcharacters.fetch;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/**
 * A call of the API in its twins. The number is an id, or that of a page.
 *
 * @param blocking calls on this thread
 * @param async calls without holding a thread; cancelling the future cancels the call
 * @param outcome the outcome of an answer
 * @param <T> the value of an answer
 */
record TwinCall<T>(
    Blocking<T> blocking,
    LongFunction<CompletableFuture<T>> async,
    BiFunction<Long, T, Outcome> outcome) {

  /** A call that holds its thread until the answer. */
  interface Blocking<T> {
    T get(long number) throws InterruptedException;
  }
}
