package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.cli.option.TerminalOptions;
import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Refusal;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.baseline.Baseline;
import io.github.fetchcharacters.compare.report.Conditions;
import io.github.fetchcharacters.compare.text.TextTable;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.TerminalSettings;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a comparison found, or why there is none, and writes it to the files asked for.
 *
 * @param files written once
 * @param baseline what to compare with, too; null for nothing
 */
record Findings(
    Streams streams, TerminalOptions terminal, ExportFiles files, @Nullable Baseline baseline) {

  /** Lines about what is unequal; the rest is counted. */
  private static final int MAX_DETAILS = 10;

  /**
   * Prints the table and writes the files.
   *
   * @param reference the mode that the others are compared with
   * @param measured the conditions of the series
   */
  void show(String reference, List<Series> series, Conditions measured) throws IOException {
    Conditions conditions =
        baseline == null ? measured : measured.since(baseline.changes(measured.setup(), series));
    Comparison comparison = new Comparison(conditions.ids().size(), reference, series);
    try {
      streams.print(table().export(comparison, conditions));
    } finally {
      // Even if the table has lost its reader.
      files.write(comparison, conditions);
    }
  }

  /** For the terminal's width; a pipe takes a narrow table and no chart. */
  private TextTable table() {
    if (!streams.outIsTerminal().getAsBoolean()) {
      return TextTable.plain();
    }
    TerminalSettings settings = TerminalSettings.of(streams.environment(), streams.outColumns());
    return TextTable.charted(settings.width(), settings.utf8());
  }

  /** Says why nothing is compared and writes the files that hold a refusal. */
  void show(Refusal refusal, Conditions conditions) throws IOException {
    say("not compared: " + refusal.reason());
    List<String> details = refusal.details();
    details.stream().limit(MAX_DETAILS).forEach(this::say);
    if (details.size() > MAX_DETAILS) {
      say("and " + (details.size() - MAX_DETAILS) + " more");
    }
    files.write(refusal, conditions);
  }

  private void say(String line) {
    terminal.messages(streams).say(line);
  }
}
