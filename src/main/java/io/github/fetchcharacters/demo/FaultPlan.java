package io.github.fetchcharacters.demo;

import io.github.fetchcharacters.demo.character.SplitMix64;

/**
 * Draws the fault and the delay of each request from the seed: the same settings treat the n-th
 * request the same in every run.
 */
final class FaultPlan {
  /** The fault of a request. */
  enum Fault {
    NONE,
    INTERNAL_ERROR,
    UNAVAILABLE,
    RESET
  }

  private final DemoSettings settings;
  private final long latencyNanos;
  private final long jitterNanos;

  FaultPlan(DemoSettings settings) {
    this.settings = settings;
    this.latencyNanos = settings.latency().toNanos();
    this.jitterNanos = settings.jitter().toNanos();
  }

  /** Returns the fault of a request by its number, from 0. */
  Fault faultOf(long request) {
    double resets = settings.resetRate();
    double errors = settings.errorRate();
    double drawn = new SplitMix64(settings.seed(), 2 * request).nextDouble();
    if (drawn < resets) {
      return Fault.RESET;
    }
    if (drawn < resets + errors / 2) {
      return Fault.INTERNAL_ERROR;
    }
    return drawn < resets + errors ? Fault.UNAVAILABLE : Fault.NONE;
  }

  /** Returns the nanoseconds from a request to its answer, by its number. */
  long delayOf(long request) {
    double drawn = new SplitMix64(settings.seed(), 2 * request + 1).nextDouble();
    return latencyNanos + (long) (drawn * jitterNanos);
  }
}
