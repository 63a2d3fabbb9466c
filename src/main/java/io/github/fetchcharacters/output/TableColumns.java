package io.github.fetchcharacters.output;

import io.github.fetchcharacters.terminal.TextColumns;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays out the rows of a table: each column as wide as the widest cell measured, numbers to the
 * right.
 */
final class TableColumns {

  private static final String GAP = "  ";

  /** A wider cell sticks out and does not widen the column for every row. */
  private static final int MAX_WIDTH = 100;

  /** Columns narrow down to this, or to their heading, before the last of them are left out. */
  private static final int NARROWEST = 10;

  /** The column that is never left out. */
  private static final String NAME = "name";

  private final List<ColumnShape> columns;
  private final List<String> leftOut;
  private final boolean narrowed;
  private final int max;
  private final String ellipsis;

  /**
   * A column that is shown.
   *
   * @param index of its cell in a row
   * @param width at least 1
   * @param narrowest the terminal's width permitting
   * @param numeric whether it holds only numbers
   */
  private record ColumnShape(int index, int width, int narrowest, boolean numeric) {

    ColumnShape narrower() {
      return new ColumnShape(index, width - 1, narrowest, numeric);
    }
  }

  private TableColumns(
      List<ColumnShape> columns, List<String> leftOut, boolean narrowed, int max, String ellipsis) {
    this.columns = columns;
    this.leftOut = leftOut;
    this.narrowed = narrowed;
    this.max = max;
    this.ellipsis = ellipsis;
  }

  /**
   * Measures the rows. If the columns are too wide together, it narrows the widest ones, and leaves
   * out the last ones but the name where that would leave too little of each.
   *
   * @param rows safe to show
   * @param max columns of the terminal, {@link Integer#MAX_VALUE} for no limit
   */
  static TableColumns measured(
      List<Cell> headings, List<List<Cell>> rows, int max, String ellipsis) {
    List<ColumnShape> columns = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      columns.add(measured(headings.get(i), rows, i, max));
    }
    boolean tooWide = excess(columns, max) > 0;
    List<String> leftOut = new ArrayList<>();
    while (columns.size() > 1 && leastExcess(columns, max) > 0) {
      leftOut.add(0, removed(columns, headings));
    }
    narrow(columns, max);
    return new TableColumns(columns, leftOut, tooWide, max, ellipsis);
  }

  private static ColumnShape measured(Cell heading, List<List<Cell>> rows, int index, int max) {
    int width = width(heading);
    for (List<Cell> row : rows) {
      width = Math.max(width, width(row.get(index)));
    }
    int narrowest = heading.text().equals(NAME) ? max / 2 : Math.max(width(heading), NARROWEST);
    return new ColumnShape(index, width, Math.min(width, narrowest), isNumeric(rows, index));
  }

  /** Removes the last column but the name; returns its heading. */
  private static String removed(List<ColumnShape> columns, List<Cell> headings) {
    int last = columns.size() - 1;
    boolean name = headings.get(columns.get(last).index()).text().equals(NAME);
    return headings.get(columns.remove(name ? last - 1 : last).index()).text();
  }

  /** How much wider the columns are than the terminal. */
  private static long excess(List<ColumnShape> columns, int max) {
    long gaps = (columns.size() - 1L) * GAP.length();
    return columns.stream().mapToLong(ColumnShape::width).sum() + gaps - max;
  }

  private static long leastExcess(List<ColumnShape> columns, int max) {
    long gaps = (columns.size() - 1L) * GAP.length();
    return columns.stream().mapToLong(ColumnShape::narrowest).sum() + gaps - max;
  }

  private static int width(Cell cell) {
    return Math.min(MAX_WIDTH, TextColumns.count(cell.text(), MAX_WIDTH));
  }

  private static boolean isNumeric(List<List<Cell>> rows, int column) {
    List<Cell> cells =
        rows.stream().map(row -> row.get(column)).filter(cell -> !cell.text().isEmpty()).toList();
    return !cells.isEmpty() && cells.stream().allMatch(Cell::number);
  }

  /** Narrows the widest columns to fit. */
  private static void narrow(List<ColumnShape> columns, int max) {
    for (long excess = excess(columns, max); excess > 0; excess--) {
      int widest = widest(columns);
      if (widest < 0) {
        return;
      }
      columns.set(widest, columns.get(widest).narrower());
    }
  }

  /** The index of the widest column that may become narrower; -1 without one. */
  private static int widest(List<ColumnShape> columns) {
    int widest = -1;
    for (int i = 0; i < columns.size(); i++) {
      ColumnShape column = columns.get(i);
      if (column.width() > column.narrowest()
          && (widest < 0 || column.width() > columns.get(widest).width())) {
        widest = i;
      }
    }
    return widest;
  }

  /** Returns a line that names the columns left out; empty without one. */
  String remark() {
    return leftOut.isEmpty()
        ? ""
        : TextColumns.cut(ellipsis + " without " + String.join(", ", leftOut), max, ellipsis);
  }

  /**
   * Returns one line without its end. A cell wider than its column sticks out and moves the next
   * ones; where the terminal has no room for that, this method cuts the cells, and at last the
   * line.
   */
  String line(List<Cell> cells) {
    if (!narrowed) {
      String line = joined(cells, false);
      if (max == Integer.MAX_VALUE || TextColumns.count(line, max) <= max) {
        return line;
      }
    }
    return TextColumns.cut(joined(cells, true), max, ellipsis);
  }

  private String joined(List<Cell> cells, boolean cutting) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      ColumnShape column = columns.get(i);
      String text = cells.get(column.index()).text();
      String shown = cutting ? TextColumns.cut(text, column.width(), ellipsis) : text;
      String blanks = " ".repeat(Math.max(0, column.width() - TextColumns.count(shown, MAX_WIDTH)));
      line.append(i == 0 ? "" : GAP).append(column.numeric() ? blanks + shown : shown + blanks);
    }
    return line.toString().stripTrailing();
  }
}
