package io.github.fetchcharacters.output;

import io.github.fetchcharacters.terminal.TextColumns;
import java.util.ArrayList;
import java.util.List;

/**
 * How the rows of a table are laid out: each column as wide as the widest cell measured, numbers to
 * the right.
 */
final class TableColumns {

  private static final String GAP = "  ";

  /** A cell that takes more sticks out, rather than to move every row's. */
  private static final int WIDEST = 100;

  /** What a column keeps where the terminal is too narrow for all. */
  private static final int NARROWEST = 3;

  private final List<Column> columns;
  private final boolean narrowed;
  private final int most;
  private final String ellipsis;

  /**
   * @param width at least 1
   * @param numeric whether what is in it are numbers
   */
  private record Column(int width, boolean numeric) {}

  private TableColumns(List<Column> columns, boolean narrowed, int most, String ellipsis) {
    this.columns = columns;
    this.narrowed = narrowed;
    this.most = most;
    this.ellipsis = ellipsis;
  }

  /**
   * Measures. Where the columns are too wide together, the widest give way.
   *
   * @param rows safe to show
   * @param most columns of the terminal, {@link Integer#MAX_VALUE} for no limit
   */
  static TableColumns measured(
      List<Cell> headings, List<List<Cell>> rows, int most, String ellipsis) {
    int[] widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(headings.get(i));
      for (List<Cell> row : rows) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    boolean narrowed = narrow(widths, most);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      columns.add(new Column(widths[i], isNumeric(rows, i)));
    }
    return new TableColumns(columns, narrowed, most, ellipsis);
  }

  private static int width(Cell cell) {
    return Math.min(WIDEST, TextColumns.count(cell.text(), WIDEST));
  }

  private static boolean isNumeric(List<List<Cell>> rows, int column) {
    List<Cell> cells =
        rows.stream().map(row -> row.get(column)).filter(cell -> !cell.text().isEmpty()).toList();
    return !cells.isEmpty() && cells.stream().allMatch(Cell::number);
  }

  /** Whether it had to, that is whether the widths were too much. */
  private static boolean narrow(int[] widths, int most) {
    long excess = (widths.length - 1L) * GAP.length() - most;
    for (int width : widths) {
      excess += width;
    }
    boolean tooWide = excess > 0;
    for (int widest = widest(widths); excess > 0 && widths[widest] > NARROWEST; excess--) {
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
   * One line without its end. A cell wider than its column sticks out, and moves those after it;
   * where the terminal has no room for that, the cells are cut, and at last the line.
   */
  String line(List<Cell> cells) {
    if (!narrowed) {
      String line = joined(cells, false);
      if (most == Integer.MAX_VALUE || TextColumns.count(line, most) <= most) {
        return line;
      }
    }
    return TextColumns.cut(joined(cells, true), most, ellipsis);
  }

  private String joined(List<Cell> cells, boolean cutting) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      Column column = columns.get(i);
      String text = cells.get(i).text();
      String shown = cutting ? TextColumns.cut(text, column.width(), ellipsis) : text;
      String blanks = " ".repeat(Math.max(0, column.width() - TextColumns.count(shown, WIDEST)));
      line.append(i == 0 ? "" : GAP).append(column.numeric() ? blanks + shown : shown + blanks);
    }
    return line.toString().stripTrailing();
  }
}
