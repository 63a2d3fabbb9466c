package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.statistics.Summary;
import java.util.Locale;

/** The texts of cells that people read; what is unknown is a dash. */
final class CellText {

  static final String UNKNOWN = "–";

  /** Seconds of CPU time: ten ticks of the clock that Linux counts it by. */
  private static final double COARSE = 0.1;

  private static final int BYTES = 1_000_000;

  private CellText() {}

  static String range(Summary times, TimeUnit time) {
    return time.number(times.min()) + " … " + time.number(times.max());
  }

  static String meanAndDeviation(Summary times, TimeUnit time) {
    String mean = time.number(times.mean());
    return Double.isNaN(times.standardDeviation())
        ? mean
        : mean + " ± " + time.number(times.standardDeviation());
  }

  static String cpu(Series one) {
    if (Double.isNaN(one.cpuUse())) {
      return UNKNOWN;
    }
    return (one.cpuSeconds() < COARSE ? "≈ " : "") + number("%.0f", 100 * one.cpuUse());
  }

  /** Of a median, which may lie between two counts. */
  static String count(double median) {
    return Double.isNaN(median)
        ? UNKNOWN
        : number(median == Math.rint(median) ? "%.0f" : "%.1f", median);
  }

  static String memory(Series one) {
    double size = one.allocatedBytes() / BYTES;
    return Double.isNaN(size) ? UNKNOWN : number(size < 100 ? "%.1f" : "%.0f", size);
  }

  static String connections(Series one) {
    Long opened = one.connections();
    return opened == null ? UNKNOWN : opened.toString();
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
