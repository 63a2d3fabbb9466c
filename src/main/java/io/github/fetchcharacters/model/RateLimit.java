package io.github.fetchcharacters.model;

import java.time.Duration;

/**
 * A number of requests per unit of time.
 *
 * @param permits the requests answered within one unit, at least 1
 * @param per the unit, above zero, at most 24 h
 */
public record RateLimit(long permits, Duration per) {
  private static final Duration MAX_UNIT = Duration.ofHours(24);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value that is out of range
   */
  public RateLimit {
    if (permits < 1) {
      throw new IllegalArgumentException("rate limit must be at least 1 request, not " + permits);
    }
    if (per.isNegative() || per.isZero() || per.compareTo(MAX_UNIT) > 0) {
      throw new IllegalArgumentException("rate limit must be per 1 ns to 24 h, not per " + per);
    }
  }
}
