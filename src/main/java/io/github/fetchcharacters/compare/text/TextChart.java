package io.github.fetchcharacters.compare.text;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Ideal;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Sweep;
import io.github.fetchcharacters.compare.report.TimeUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws a sweep in text: the median fetch time over its values, both on a logarithmic scale, a mark
 * for each mode, a broken line for one that does not depend on the values; beside them the time
 * that the requests would take if none cost more than its latency. A pure function from a
 * comparison to lines.
 */
final class TextChart {

  private static final int MAX_WIDTH = 100;

  /** Columns from one mark of a constant to the next. */
  private static final int GAP = 4;

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

    private final Sweep sweep;
    private final TimeUnit unit;
    private final Optional<Ideal> ideal;
    private final List<Sweep.Line> drawn;
    private final ChartGrid grid;

    Drawing(Comparison comparison, Sweep sweep) {
      this.sweep = sweep;
      this.unit = TimeUnit.inTable(comparison);
      this.ideal = sweep.ideal(comparison.characters());
      List<Sweep.Line> lines = sweep.lines();
      // Those that have a mark of their own.
      this.drawn = lines.subList(0, Math.min(lines.size(), style.marks().length()));
      this.grid = new ChartGrid(style, times(), sweep.values(), width);
    }

    private List<Double> times() {
      List<Double> times = new ArrayList<>();
      for (Sweep.Line line : drawn) {
        line.points().forEach(point -> times.add(median(point.series())));
      }
      ideal.ifPresent(
          one -> sweep.values().forEach(value -> times.add(scaled(one.seconds(value)))));
      return times;
    }

    private double median(Series series) {
      return scaled(series.times().median());
    }

    private double scaled(double seconds) {
      return seconds * unit.perSecond();
    }

    List<String> lines() {
      ideal.ifPresent(this::draw);
      for (int i = 0; i < drawn.size(); i++) {
        draw(drawn.get(i), style.marks().charAt(i));
      }
      List<String> lines = new ArrayList<>();
      lines.add("");
      lines.addAll(Wrapped.lines(title(), width));
      lines.addAll(grid.lines());
      lines.addAll(legend().lines(grid.margin(), width));
      return lines.stream().map(String::stripTrailing).toList();
    }

    private void draw(Ideal ideal) {
      for (int column = 0; column < grid.columns(); column++) {
        grid.draw(column, scaled(ideal.seconds(grid.value(column))), style.ideal());
      }
    }

    private void draw(Sweep.Line line, char mark) {
      if (line.constant()) {
        double time = median(line.points().get(0).series());
        for (int column = 0; column < grid.columns(); column += GAP) {
          grid.draw(column, time, mark);
        }
      } else {
        for (Sweep.Point point : line.points()) {
          grid.draw(grid.column(point.value()), median(point.series()), mark);
        }
      }
    }

    private ChartLegend legend() {
      ChartLegend legend = new ChartLegend(style, unit);
      for (int i = 0; i < drawn.size(); i++) {
        legend.add(style.marks().charAt(i), drawn.get(i).label());
      }
      legend.addRest(grid.hasSeveral(), ideal, drawn.size() < sweep.lines().size());
      return legend;
    }

    private String title() {
      return "median fetch time [%s] over %s, both scales logarithmic"
          .formatted(unit.symbol(), sweep.axis().title());
    }
  }
}
