package io.github.fetchcharacters.demo;

import io.github.fetchcharacters.model.RateLimit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the built-in server answers. Start from {@link #defaults()} and change single values.
 *
 * @param port the port on loopback, 0 to 65535; 0 takes a free one
 * @param latency the time from a request to its answer, 0 to 24 h
 * @param jitter the most that is added to the latency, drawn uniformly, 0 to 24 h
 * @param characters how many characters there are, with the ids 1 to this number
 * @param seed from which the faults and the jitter are drawn; the characters do not depend on it
 * @param errorRate the share of requests answered 500 or 503, 0 to 1
 * @param resetRate the share of requests whose connection is closed without an answer, 0 to 1; with
 *     the error rate at most 1
 * @param rateLimit above which requests are answered 429, or null for no limit
 * @param retryAfter what a 429 asks the client to wait, 0 to 24 h, sent in whole seconds, rounded
 *     up; null, as with the public API, says nothing
 */
public record DemoSettings(
    int port,
    Duration latency,
    Duration jitter,
    int characters,
    long seed,
    double errorRate,
    double resetRate,
    @Nullable RateLimit rateLimit,
    @Nullable Duration retryAfter) {
  private static final Duration LONGEST = Duration.ofHours(24);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value that is out of range
   */
  public DemoSettings {
    require(port >= 0 && port <= 65535, "port", "0 to 65535", port);
    require(isDelay(latency), "latency", "0 to 24 h", latency);
    require(isDelay(jitter), "jitter", "0 to 24 h", jitter);
    require(characters >= 1, "characters", "at least 1", characters);
    require(isShare(errorRate), "error rate", "0 to 1", errorRate);
    require(isShare(resetRate), "reset rate", "0 to 1", resetRate);
    require(
        isShare(errorRate + resetRate),
        "error rate and reset rate together",
        "at most 1",
        errorRate + resetRate);
    if (retryAfter != null) {
      require(isDelay(retryAfter), "retry after", "0 to 24 h", retryAfter);
    }
  }

  /** A free port, 200 ms, the 826 characters of the public API, no faults and no limit. */
  public static DemoSettings defaults() {
    return new DemoSettings(0, Duration.ofMillis(200), Duration.ZERO, 826, 42, 0, 0, null, null);
  }

  /** These settings with another port. */
  public DemoSettings withPort(int value) {
    return new DemoSettings(
        value, latency, jitter, characters, seed, errorRate, resetRate, rateLimit, retryAfter);
  }

  /** These settings with another latency. */
  public DemoSettings withLatency(Duration value) {
    return new DemoSettings(
        port, value, jitter, characters, seed, errorRate, resetRate, rateLimit, retryAfter);
  }

  /** These settings with another jitter. */
  public DemoSettings withJitter(Duration value) {
    return new DemoSettings(
        port, latency, value, characters, seed, errorRate, resetRate, rateLimit, retryAfter);
  }

  /** These settings with another number of characters. */
  public DemoSettings withCharacters(int value) {
    return new DemoSettings(
        port, latency, jitter, value, seed, errorRate, resetRate, rateLimit, retryAfter);
  }

  /** These settings with another seed. */
  public DemoSettings withSeed(long value) {
    return new DemoSettings(
        port, latency, jitter, characters, value, errorRate, resetRate, rateLimit, retryAfter);
  }

  /** These settings with another share of errors. */
  public DemoSettings withErrorRate(double value) {
    return new DemoSettings(
        port, latency, jitter, characters, seed, value, resetRate, rateLimit, retryAfter);
  }

  /** These settings with another share of closed connections. */
  public DemoSettings withResetRate(double value) {
    return new DemoSettings(
        port, latency, jitter, characters, seed, errorRate, value, rateLimit, retryAfter);
  }

  /** These settings with another rate limit, or without one. */
  public DemoSettings withRateLimit(@Nullable RateLimit value) {
    return new DemoSettings(
        port, latency, jitter, characters, seed, errorRate, resetRate, value, retryAfter);
  }

  /** These settings with another wait in a 429, or without one. */
  public DemoSettings withRetryAfter(@Nullable Duration value) {
    return new DemoSettings(
        port, latency, jitter, characters, seed, errorRate, resetRate, rateLimit, value);
  }

  private static boolean isDelay(Duration value) {
    return !value.isNegative() && value.compareTo(LONGEST) <= 0;
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  private static void require(boolean valid, String name, String range, Object value) {
    if (!valid) {
      throw new IllegalArgumentException(name + " must be " + range + ", not " + value);
    }
  }
}
