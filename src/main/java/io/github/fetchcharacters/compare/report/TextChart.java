package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Sweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Draws a sweep in text: the median fetch time over its values, both on a logarithmic scale, a mark
 * for each mode; beside them the time that the requests would take if none cost more than its
 * latency. A pure function from a comparison to lines.
 */
final class TextChart {

  /** Rows of the drawing itself; some five lines stand around it. */
  private static final int ROWS = 13;

  private static final int MAX_WIDTH = 100;

  private static final int MIN_WIDTH = 20;

  private final int width;
  private final ChartStyle style;

  /**
   * A way to draw.
   *
   * @param width columns of the terminal; a wide one is not filled
   * @param utf8 whether it shows more than ASCII
   */
  TextChart(int width, boolean utf8) {
    this.width = Math.min(width, MAX_WIDTH);
    this.style = ChartStyle.of(utf8);
  }

  /** The chart with an empty line above it, at most 20 lines; none without a sweep. */
  List<String> lines(Comparison comparison) {
    return comparison
        .sweep()
        .map(sweep -> new Drawing(comparison, sweep).lines())
        .orElse(List.of());
  }

  /** One chart. */
  private final class Drawing {

    private final Comparison comparison;
    private final Sweep sweep;
    private final TimeUnit unit;
    private final OptionalDouble latency;
    private final List<Integer> values;
    private final LogScale time;
    private final int margin;
    private final LogScale value;
    private final char[][] cells;

    Drawing(Comparison comparison, Sweep sweep) {
      this.comparison = comparison;
      this.sweep = sweep;
      this.unit = TimeUnit.inTable(comparison);
      this.latency = sweep.latency(comparison.characters());
      this.values = sweep.values();
      this.time = LogScale.around(times(), ROWS);
      this.margin =
          time.ticks().stream().mapToInt(tick -> label(tick).length()).max().orElse(0) + 2;
      // The label of the last value is centred below it.
      int columns = Math.max(MIN_WIDTH, width - margin - 2);
      this.value = LogScale.between(values.get(0), values.get(values.size() - 1), columns);
      this.cells = new char[ROWS][columns];
      for (char[] row : cells) {
        Arrays.fill(row, ' ');
      }
    }

    private List<Double> times() {
      List<Double> times = new ArrayList<>();
      for (Sweep.Curve curve : drawn()) {
        curve.points().forEach(point -> times.add(scaled(point.times().median())));
      }
      latency.ifPresent(seconds -> values.forEach(one -> times.add(scaled(ideal(one, seconds)))));
      return times;
    }

    private double scaled(double seconds) {
      return seconds * unit.perSecond();
    }

    private double ideal(int concurrency, double seconds) {
      return Sweep.ideal(comparison.characters(), concurrency, seconds);
    }

    /** Those that have a mark of their own. */
    private List<Sweep.Curve> drawn() {
      List<Sweep.Curve> curves = sweep.curves();
      return curves.subList(0, Math.min(curves.size(), style.marks().length()));
    }

    List<String> lines() {
      latency.ifPresent(this::drawIdeal);
      List<Sweep.Curve> curves = drawn();
      for (int i = 0; i < curves.size(); i++) {
        draw(curves.get(i), style.marks().charAt(i));
      }
      List<String> lines = new ArrayList<>();
      lines.add("");
      lines.addAll(Wrapped.lines(title(), width));
      for (int row = 0; row < ROWS; row++) {
        lines.add(side(row) + new String(cells[row]).stripTrailing());
      }
      lines.add(
          " ".repeat(margin - 1) + style.corner() + ("" + style.bottom()).repeat(cells[0].length));
      lines.add(valueLabels());
      lines.addAll(legend().lines(margin, width));
      return lines.stream().map(String::stripTrailing).toList();
    }

    private ChartLegend legend() {
      ChartLegend legend = new ChartLegend(style, comparison.characters(), unit);
      List<Sweep.Curve> curves = drawn();
      for (int i = 0; i < curves.size(); i++) {
        legend.add(style.marks().charAt(i), curves.get(i).label());
      }
      boolean meet =
          Arrays.stream(cells).anyMatch(row -> new String(row).indexOf(style.several()) >= 0);
      legend.addRest(meet, latency, curves.size() < sweep.curves().size());
      return legend;
    }

    private String title() {
      boolean requests = sweep.axis() == Sweep.Axis.CONCURRENCY;
      return "median fetch time [%s] over %s, both scales logarithmic"
          .formatted(unit.symbol(), requests ? "requests at once" : "ids of a request");
    }

    private void drawIdeal(double seconds) {
      for (int column = 0; column < cells[0].length; column++) {
        int concurrency = (int) Math.round(value.at(column));
        cells[row(ideal(concurrency, seconds))][column] = style.ideal();
      }
    }

    private void draw(Sweep.Curve curve, char mark) {
      for (Series point : curve.points()) {
        int row = row(point.times().median());
        int column = value.place(sweep.axis().value(point));
        boolean free = cells[row][column] == ' ' || cells[row][column] == style.ideal();
        cells[row][column] = free ? mark : style.several();
      }
    }

    private int row(double seconds) {
      return ROWS - 1 - time.place(scaled(seconds));
    }

    private String side(int row) {
      for (double tick : time.ticks()) {
        if (ROWS - 1 - time.place(tick) == row) {
          String label = label(tick);
          return " ".repeat(margin - 2 - label.length()) + label + " " + style.tick();
        }
      }
      return " ".repeat(margin - 1) + style.side();
    }

    private String label(double tick) {
      return tick < 1 ? "" + tick : "" + Math.round(tick);
    }

    private String valueLabels() {
      StringBuilder line = new StringBuilder();
      for (int one : values) {
        String label = "" + one;
        int start = margin + value.place(one) - (label.length() - 1) / 2;
        if (line.length() == 0 || start > line.length()) {
          line.append(" ".repeat(start - line.length())).append(label);
        }
      }
      return line.toString();
    }
  }
}
