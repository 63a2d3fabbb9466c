package io.github.fetchcharacters.retry;

/**
 * Hears of each failed attempt, before the next step. Must not block; what it throws ends the call.
 */
@FunctionalInterface
public interface RetryObserver {

  /**
   * Hears of a failed attempt.
   *
   * @param attempt the attempt that failed, from 1
   * @param failure why
   * @param decision the next step
   */
  void failed(int attempt, RuntimeException failure, RetryPolicy.Decision decision);
}
