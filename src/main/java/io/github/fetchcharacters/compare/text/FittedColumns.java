package io.github.fetchcharacters.compare.text;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.report.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns that fit, and what the others say in words.
 *
 * @param columns the table's
 * @param rows its rows
 * @param remarks sentences for below it
 */
record FittedColumns(List<Column> columns, List<Series> rows, List<String> remarks) {

  private static final String GAP = "  ";

  /**
   * Leaves out what does not fit: what is the same in all rows first, then by rank.
   *
   * @param width of a row, at most, as far as columns may be left out
   * @param all whether to keep what is the same in all rows if it fits
   */
  static FittedColumns of(Comparison comparison, int width, boolean all) {
    List<Series> rows = comparison.series();
    List<Column> columns = Column.of(comparison);
    List<String> remarks = new ArrayList<>();
    if (!all || width(columns, rows) > width) {
      List<Column> same = columns.stream().filter(column -> isSame(column, rows)).toList();
      columns = columns.stream().filter(column -> !same.contains(column)).toList();
      remarks.addAll(inAll(same, rows));
    }
    List<Column> left = columns;
    for (int rank = 1; rank <= Column.MAX_RANK && width(left, rows) > width; rank++) {
      left = without(rank, left);
    }
    remarks.addAll(leftOut(columns, left, width));
    return new FittedColumns(left, rows, remarks);
  }

  private static boolean isSame(Column column, List<Series> rows) {
    return column.inAll() != null && rows.stream().map(column.cell()).distinct().count() == 1;
  }

  private static List<String> inAll(List<Column> same, List<Series> rows) {
    List<String> words = new ArrayList<>();
    for (Column column : same) {
      var inAll = column.inAll();
      if (inAll != null) {
        words.add(inAll.apply(column.cell().apply(rows.get(0))));
      }
    }
    return words.isEmpty() ? List.of() : List.of("In all rows: " + String.join(", ", words) + ".");
  }

  private static List<Column> without(int rank, List<Column> columns) {
    return columns.stream()
        .flatMap(
            column ->
                column.rank() == rank ? Stream.ofNullable(column.shorter()) : Stream.of(column))
        .toList();
  }

  private static List<String> leftOut(List<Column> before, List<Column> left, int width) {
    List<String> headings =
        before.stream().filter(column -> !left.contains(column)).map(Column::heading).toList();
    return headings.isEmpty()
        ? List.of()
        : List.of(
            "Not shown at %d columns: %s. The exports have all."
                .formatted(width, String.join(", ", headings)));
  }

  /** The table, its heading in two lines. */
  List<String> table() {
    return lines(columns, rows);
  }

  private static int width(List<Column> columns, List<Series> rows) {
    return lines(columns, rows).stream().mapToInt(String::length).max().orElse(0);
  }

  private static List<String> lines(List<Column> columns, List<Series> rows) {
    List<StringBuilder> lines = new ArrayList<>();
    for (int i = 0; i < rows.size() + 2; i++) {
      lines.add(new StringBuilder());
    }
    columns.forEach(column -> append(lines, column, rows));
    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }

  private static void append(List<StringBuilder> lines, Column column, List<Series> rows) {
    List<String> cells = new ArrayList<>(heading(column.heading()));
    rows.forEach(row -> cells.add(column.cell().apply(row)));
    int width = cells.stream().mapToInt(String::length).max().orElse(0);
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(width - cells.get(i).length());
      StringBuilder line = lines.get(i).append(lines.get(i).length() == 0 ? "" : GAP);
      line.append(column.numeric() ? padding + cells.get(i) : cells.get(i) + padding);
    }
  }

  /** Two lines: the unit below, or the last word; one word stands below. */
  private static List<String> heading(String text) {
    int unit = Math.max(text.indexOf(" ["), text.indexOf(" ("));
    int at = unit >= 0 ? unit : text.lastIndexOf(' ');
    return at < 0 ? List.of("", text) : List.of(text.substring(0, at), text.substring(at + 1));
  }
}
