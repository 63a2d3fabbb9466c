package io.github.fetchcharacters.compare.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of a chart, between its scales: the time upwards and the swept value to the right, both
 * logarithmic. For one thread.
 */
final class ChartGrid {

  /** Rows of the drawing itself; some five lines stand around it. */
  private static final int ROWS = 13;

  private static final int MIN_COLUMNS = 20;

  private final ChartStyle style;
  private final List<Integer> values;
  private final LogScale time;
  private final int margin;
  private final LogScale value;
  private final char[][] cells;

  /**
   * An empty grid.
   *
   * @param times all that will be drawn, in the unit of the labels
   * @param values those of the axis, in ascending order
   * @param width columns of the chart, the labels of the times included
   */
  ChartGrid(ChartStyle style, List<Double> times, List<Integer> values, int width) {
    this.style = style;
    this.values = values;
    this.time = LogScale.around(times, ROWS);
    this.margin = time.ticks().stream().mapToInt(tick -> label(tick).length()).max().orElse(0) + 2;
    // The label of the last value is centred below it.
    int columns = Math.max(MIN_COLUMNS, width - margin - 2);
    this.value = LogScale.between(values.get(0), values.get(values.size() - 1), columns);
    this.cells = new char[ROWS][columns];
    for (char[] row : cells) {
      Arrays.fill(row, ' ');
    }
  }

  /** Columns to the left of the cells. */
  int margin() {
    return margin;
  }

  int columns() {
    return cells[0].length;
  }

  /** The column of a value. */
  int column(int value) {
    return this.value.place(value);
  }

  /** The value of a column, to the nearest. */
  int value(int column) {
    return (int) Math.round(value.at(column));
  }

  /** Draws a mark; over another one, that of several. */
  void draw(int column, double time, char mark) {
    int row = row(time);
    boolean free = cells[row][column] == ' ' || cells[row][column] == style.ideal();
    cells[row][column] = free ? mark : style.several();
  }

  private int row(double time) {
    return ROWS - 1 - this.time.place(time);
  }

  /** Whether marks have met. */
  boolean hasSeveral() {
    return Arrays.stream(cells).anyMatch(row -> new String(row).indexOf(style.several()) >= 0);
  }

  /** The cells with their scales. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      lines.add(side(row) + new String(cells[row]));
    }
    lines.add(" ".repeat(margin - 1) + style.corner() + ("" + style.bottom()).repeat(columns()));
    lines.add(valueLabels());
    return lines;
  }

  private String side(int row) {
    for (double tick : time.ticks()) {
      if (row(tick) == row) {
        String label = label(tick);
        return " ".repeat(margin - 2 - label.length()) + label + " " + style.tick();
      }
    }
    return " ".repeat(margin - 1) + style.side();
  }

  private static String label(double tick) {
    return tick < 1 ? "" + tick : "" + Math.round(tick);
  }

  private String valueLabels() {
    StringBuilder line = new StringBuilder();
    for (int one : values) {
      String label = "" + one;
      int start = margin + column(one) - (label.length() - 1) / 2;
      if (line.length() == 0 || start > line.length()) {
        line.append(" ".repeat(start - line.length())).append(label);
      }
    }
    return line.toString();
  }
}
