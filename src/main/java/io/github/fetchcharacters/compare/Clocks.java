package io.github.fetchcharacters.compare;

import java.util.function.LongSupplier;

/**
 * What a turn is measured by.
 *
 * @param wall nanoseconds from any origin
 * @param cpu CPU nanoseconds of the process; negative where the system does not say
 * @param compiler nanoseconds that the JVM's compiler has worked; negative where the JVM does not
 *     say
 */
public record Clocks(LongSupplier wall, LongSupplier cpu, LongSupplier compiler) {

  /** Seconds since an earlier reading; NaN where unknown. */
  static double secondsSince(long earlier, LongSupplier clock) {
    return earlier < 0 ? Double.NaN : (clock.getAsLong() - earlier) / 1e9;
  }
}
