package io.github.fetchcharacters.retry;

import java.time.Duration;

/**
 * Exponential backoff with full jitter: a wait drawn evenly from zero to {@code base × 2ⁿ}, capped
 * (M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
 *
 * @param base the bound of the first wait, not negative; zero means no wait at all
 * @param cap the longest wait, not negative
 */
public record Backoff(Duration base, Duration cap) {

  /** Doublings after which every base of a nanosecond or more has passed 290 years. */
  private static final int MAX_DOUBLINGS = 62;

  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public Backoff {
    if (base.isNegative() || cap.isNegative()) {
      throw new IllegalArgumentException("a backoff is not negative: " + base + ", " + cap);
    }
  }

  /**
   * Returns the wait after a failed attempt.
   *
   * @param attempt the attempt that failed, from 1
   * @param chance the place of the wait between zero and the bound, in [0, 1)
   */
  public Duration delay(int attempt, double chance) {
    double bound = (double) base.toNanos() * (1L << Math.min(attempt - 1, MAX_DOUBLINGS));
    return Duration.ofNanos((long) (chance * Math.min(bound, (double) cap.toNanos())));
  }
}
