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

  /** Columns narrow down to this where the terminal is too narrow for all. */
  private static final int MIN_WIDTH = 3;

  private final List<ColumnShape> columns;
  private final boolean narrowed;
  private final int max;
  private final String ellipsis;

  /**
   * @param width at least 1
   * @param numeric whether it holds only numbers
   */
  private record ColumnShape(int width, boolean numeric) {}

  private TableColumns(List<ColumnShape> columns, boolean narrowed, int max, String ellipsis) {
    this.columns = columns;
    this.narrowed = narrowed;
    this.max = max;
    this.ellipsis = ellipsis;
  }

  /**
   * Measures the rows. If the columns are too wide together, it narrows the widest ones.
   *
   * @param rows safe to show
   * @param max columns of the terminal, {@link Integer#MAX_VALUE} for no limit
   */
  static TableColumns measured(
      List<Cell> headings, List<List<Cell>> rows, int max, String ellipsis) {
    int[] widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(headings.get(i));
      for (List<Cell> row : rows) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    boolean narrowed = narrow(widths, max);
    List<ColumnShape> columns = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      columns.add(new ColumnShape(widths[i], isNumeric(rows, i)));
    }
    return new TableColumns(columns, narrowed, max, ellipsis);
  }

  private static int width(Cell cell) {
    return Math.min(MAX_WIDTH, TextColumns.count(cell.text(), MAX_WIDTH));
  }

  private static boolean isNumeric(List<List<Cell>> rows, int column) {
    List<Cell> cells =
        rows.stream().map(row -> row.get(column)).filter(cell -> !cell.text().isEmpty()).toList();
    return !cells.isEmpty() && cells.stream().allMatch(Cell::number);
  }

  /** Narrows the widest columns to fit; returns whether they were too wide. */
  private static boolean narrow(int[] widths, int max) {
    long excess = (widths.length - 1L) * GAP.length() - max;
    for (int width : widths) {
      excess += width;
    }
    boolean tooWide = excess > 0;
    for (int widest = widest(widths); excess > 0 && widths[widest] > MIN_WIDTH; excess--) {
      widths[widest]--;
      widest = widest(widths);
    }
    return tooWide;
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      widest = widths[i] > widths[widest] ? i : widest;
    }
    return widest;
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
    for (int i = 0; i < cells.size(); i++) {
      ColumnShape column = columns.get(i);
      String text = cells.get(i).text();
      String shown = cutting ? TextColumns.cut(text, column.width(), ellipsis) : text;
      String blanks = " ".repeat(Math.max(0, column.width() - TextColumns.count(shown, MAX_WIDTH)));
      line.append(i == 0 ? "" : GAP).append(column.numeric() ? blanks + shown : shown + blanks);
    }
    return line.toString().stripTrailing();
  }
}
