package io.github.fetchcharacters.output;

import io.github.fetchcharacters.model.Character;
import io.github.fetchcharacters.terminal.TerminalText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table for people: a line with the fields' names, then a line a character. It holds the first
 * {@value #MEASURED} rows, or all if there are fewer, measures the columns by them, and writes each
 * later row at once. Arrival times play no part, so that the same records are the same bytes in
 * every mode. On a terminal too narrow for all columns, the last line names those left out. For one
 * thread.
 */
final class TableWriter implements RecordWriter {

  /** Two to four screens. */
  static final int MEASURED = 100;

  private final OutputStream out;
  private final Rows rows;
  private final int width;
  private final String ellipsis;
  private final List<List<Cell>> held = new ArrayList<>();
  private @Nullable TableColumns columns;

  /**
   * @param width columns of the terminal, {@link Integer#MAX_VALUE} for no limit
   * @param ellipsis replaces the end of a cell that is cut, one column wide
   */
  TableWriter(OutputStream out, Fields fields, int width, String ellipsis) {
    this.out = out;
    this.rows = new Rows(fields);
    this.width = width;
    this.ellipsis = ellipsis;
  }

  @Override
  public void write(Character character) throws IOException {
    List<Cell> row =
        rows.of(character).stream()
            .map(cell -> new Cell(TerminalText.escape(cell.text()), cell.number()))
            .toList();
    if (columns != null) {
      put(columns.line(row));
      return;
    }
    held.add(row);
    if (held.size() == MEASURED) {
      show();
    }
  }

  @Override
  public void finish() throws IOException {
    if (columns == null) {
      show();
    }
    String remark = columns == null ? "" : columns.remark();
    if (!remark.isEmpty()) {
      put(remark);
    }
  }

  private void show() throws IOException {
    TableColumns measured = TableColumns.measured(rows.headings(), held, width, ellipsis);
    columns = measured;
    put(measured.line(rows.headings()));
    for (List<Cell> row : held) {
      put(measured.line(row));
    }
    held.clear();
  }

  private void put(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
