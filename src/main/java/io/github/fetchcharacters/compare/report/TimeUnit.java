package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;

/**
 * The unit that times are shown in: one for all modes, so that they compare at a glance.
 *
 * @param perSecond how many make a second
 * @param form how one is written
 */
public record TimeUnit(String symbol, int perSecond, String form) {

  /** Of the fetch times: milliseconds, unless a round took a second or more. */
  public static TimeUnit of(Comparison comparison) {
    return of(comparison.series().stream().mapToDouble(mode -> mode.times().max()).max().orElse(0));
  }

  /** Milliseconds, unless the longest time is a second or more. */
  public static TimeUnit of(double longest) {
    return longest < 1 ? new TimeUnit("ms", 1000, "%.1f") : new TimeUnit("s", 1, "%.3f");
  }

  /** Without the unit; a dash for what is unknown. */
  public String number(double seconds) {
    return Double.isNaN(seconds) ? "–" : String.format(Locale.ROOT, form, perSecond * seconds);
  }

  /** With the unit. */
  public String inWords(double seconds) {
    return number(seconds) + " " + symbol;
  }

  /** What stands above such times. */
  public String heading(String name) {
    return name + " [" + symbol + "]";
  }

  /**
   * With as few digits as a table has room for: seconds only if the fastest takes one or more, and
   * tenths of a millisecond only if the slowest takes none.
   */
  public static TimeUnit inTable(Comparison comparison) {
    DoubleSummaryStatistics medians =
        comparison.series().stream().mapToDouble(one -> one.times().median()).summaryStatistics();
    if (medians.getMin() >= 1) {
      return new TimeUnit("s", 1, medians.getMax() < 10 ? "%.3f" : "%.2f");
    }
    boolean tenths = medians.getMin() < 0.1 && medians.getMax() < 1;
    return new TimeUnit("ms", 1000, tenths ? "%.1f" : "%.0f");
  }
}
