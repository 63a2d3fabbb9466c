package io.github.fetchcharacters.retry;

/** Is told of each failed attempt, before anything follows from it. Must not throw or block. */
@FunctionalInterface
public interface RetryObserver {

  /**
   * Hears of a failed attempt.
   *
   * @param attempt the attempt that failed, from 1
   * @param failure why
   * @param decision what happens now
   */
  void failed(int attempt, RuntimeException failure, RetryPolicy.Decision decision);
}
