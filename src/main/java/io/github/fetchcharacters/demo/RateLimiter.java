package io.github.fetchcharacters.demo;

import io.github.fetchcharacters.model.RateLimit;

/**
 * Counts requests against a limit in windows that follow one another, each beginning with the first
 * request after the last one ended. Refused requests do not count. Safe for use by several threads.
 */
final class RateLimiter {
  private final long permits;
  private final long windowNanos;
  private long windowStart;
  private long used;

  RateLimiter(RateLimit limit) {
    permits = limit.permits();
    windowNanos = limit.per().toNanos();
  }

  /**
   * Admits a request if it is within the limit.
   *
   * @param now nanoseconds of a monotonic clock, as {@link System#nanoTime} counts them
   */
  synchronized boolean tryAcquire(long now) {
    if (used == 0 || now - windowStart >= windowNanos) {
      windowStart = now;
      used = 0;
    }
    if (used == permits) {
      return false;
    }
    used++;
    return true;
  }
}
