package io.github.fetchcharacters.demo;

import io.github.fetchcharacters.demo.OutOfRangeException.Component;
import io.github.fetchcharacters.model.RateLimit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the built-in server answers.
 *
 * @param port the port on loopback, 0 to 65535; 0 takes a free one
 * @param latency the time from a request to its answer, 0 to 24 h
 * @param jitter max addition to the latency, drawn uniformly, 0 to 24 h
 * @param characters the number of characters, with the ids 1 to this number
 * @param seed of the faults and the jitter; the characters do not depend on it
 * @param errorRate the share of requests answered 500 or 503, 0 to 1
 * @param resetRate the share of requests whose connection is closed without an answer, 0 to 1; with
 *     the error rate at most 1
 * @param rateLimit the limit above which the answer is 429, or null for none
 * @param retryAfter the wait that a 429 asks for, 0 to 24 h, sent in whole seconds, rounded up;
 *     null for none, as with the public API
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
   * @throws OutOfRangeException naming the first component that is out of range
   */
  public DemoSettings {
    require(port >= 0 && port <= 65535, Component.PORT, "0 to 65535", port);
    requireDelay(latency, Component.LATENCY);
    requireDelay(jitter, Component.JITTER);
    require(characters >= 1, Component.CHARACTERS, "at least 1", characters);
    require(isShare(errorRate), Component.ERROR_RATE, "0 to 1", errorRate);
    require(isShare(resetRate), Component.RESET_RATE, "0 to 1", resetRate);
    if (!isShare(errorRate + resetRate)) {
      throw new OutOfRangeException(
          Component.RESET_RATE,
          "error rate and reset rate together must be at most 1, not " + (errorRate + resetRate));
    }
    if (retryAfter != null) {
      requireDelay(retryAfter, Component.RETRY_AFTER);
    }
  }

  /**
   * Like the public API: its 826 characters, no faults and no limit; on a free port.
   *
   * @throws OutOfRangeException if the latency is out of range
   */
  public static DemoSettings withLatency(Duration latency) {
    return new DemoSettings(0, latency, Duration.ZERO, 826, 42, 0, 0, null, null);
  }

  /** The message leaves the value out: {@code PT25H} is not what a command line has. */
  private static void requireDelay(Duration value, Component component) {
    if (value.isNegative() || value.compareTo(LONGEST) > 0) {
      throw new OutOfRangeException(component, component + " must be 0 to 24 h");
    }
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  private static void require(boolean valid, Component component, String range, Object value) {
    if (!valid) {
      throw new OutOfRangeException(component, component + " must be " + range + ", not " + value);
    }
  }
}
