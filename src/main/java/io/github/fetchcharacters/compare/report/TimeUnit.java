package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import java.util.Locale;

/**
 * The unit that times are shown in: one for all modes, so that they compare at a glance.
 *
 * @param perSecond how many make a second
 * @param form how one is written
 */
record TimeUnit(String symbol, int perSecond, String form) {

  /** Milliseconds, unless a round took a second or more. */
  static TimeUnit of(Comparison comparison) {
    double longest =
        comparison.series().stream().mapToDouble(mode -> mode.times().max()).max().orElse(0);
    return longest < 1 ? new TimeUnit("ms", 1000, "%.1f") : new TimeUnit("s", 1, "%.3f");
  }

  String number(double seconds) {
    return String.format(Locale.ROOT, form, perSecond * seconds);
  }
}
