package io.github.fetchcharacters.output;

import io.github.fetchcharacters.terminal.TerminalText;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * Tab-separated values: nothing is quoted. A cell cannot hold a tab or a line end (IANA's
 * text/tab-separated-values), so it escapes these and the backslash as {@code \t}, {@code \n},
 * {@code \r} and {@code \\}, as PostgreSQL's COPY and jq's {@code @tsv} do, and other control
 * characters as {@code \}{@code uXXXX}.
 */
final class TsvLine implements Function<List<Cell>, String> {

  @Override
  public String apply(List<Cell> cells) {
    StringJoiner line = new StringJoiner("\t", "", "\n");
    cells.forEach(cell -> line.add(SpreadsheetText.harmless(cell, escaped(cell.text()))));
    return line.toString();
  }

  private static String escaped(String text) {
    return TerminalText.escape(
        text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r"));
  }
}
