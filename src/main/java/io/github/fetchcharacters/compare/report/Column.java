package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Summary;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A column of the table that people read; what is unknown is a dash.
 *
 * @param heading the unit included
 * @param numeric whether it is set to the right
 * @param cell of one mode
 */
record Column(String heading, boolean numeric, Function<Series, String> cell) {

  private static final String UNKNOWN = "–";

  /** Seconds of CPU time: ten ticks of the clock that Linux counts it by. */
  private static final double COARSE = 0.1;

  /** The columns, with one unit of time for all modes so that they compare at a glance. */
  static List<Column> of(Comparison comparison) {
    TimeUnit time = TimeUnit.of(comparison);
    String unit = " [" + time.symbol() + "]";
    return List.of(
        new Column("mode", false, Series::label),
        new Column("median" + unit, true, mode -> time.number(mode.times().median())),
        new Column(
            "min … max" + unit,
            true,
            mode -> time.number(mode.times().min()) + " … " + time.number(mode.times().max())),
        new Column("mean ± σ" + unit, true, mode -> meanAndDeviation(mode.times(), time)),
        new Column("CPU", true, Column::cpu),
        new Column("requests", true, mode -> requests(mode.requests())),
        new Column("connections", true, Column::connections),
        new Column("retries", true, mode -> "" + mode.retries()),
        new Column("protocol", false, Series::protocol),
        new Column("speed-up (95 %)", true, mode -> speedUp(comparison, mode)));
  }

  private static String meanAndDeviation(Summary times, TimeUnit time) {
    String mean = time.number(times.mean());
    return Double.isNaN(times.standardDeviation())
        ? mean
        : mean + " ± " + time.number(times.standardDeviation());
  }

  private static String cpu(Series mode) {
    if (Double.isNaN(mode.cpuUse())) {
      return UNKNOWN;
    }
    return (mode.cpuSeconds() < COARSE ? "≈ " : "") + number("%.0f %%", 100 * mode.cpuUse());
  }

  private static String requests(double median) {
    return number(median == Math.rint(median) ? "%.0f" : "%.1f", median);
  }

  private static String connections(Series mode) {
    Long opened = mode.connections();
    return opened == null ? UNKNOWN : opened.toString();
  }

  private static String speedUp(Comparison comparison, Series mode) {
    return comparison.isReference(mode) ? "1" : comparison.speedUp(mode).inFigures();
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
