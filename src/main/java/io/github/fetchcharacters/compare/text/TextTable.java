package io.github.fetchcharacters.compare.text;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.report.Conditions;
import io.github.fetchcharacters.compare.report.Exporter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comparison as text for people. A terminal of at least 120 columns shows all columns of the
 * table, if they fit; else what is the same in all rows stands in a line below it.
 */
public final class TextTable implements Exporter {

  private static final int NARROW = 80;

  private static final int WIDE = 120;

  private final int width;

  private final @Nullable TextChart chart;

  private TextTable(int width, @Nullable TextChart chart) {
    this.width = width;
    this.chart = chart;
  }

  /** For a pipe: a table of 80 columns, each sentence in one line, and no chart. */
  public static TextTable plain() {
    return new TextTable(NARROW, null);
  }

  /**
   * For a terminal: a sweep has a chart.
   *
   * @param width columns of the terminal
   * @param utf8 whether it shows more than ASCII
   */
  public static TextTable charted(int width, boolean utf8) {
    return new TextTable(width, new TextChart(width, utf8));
  }

  @Override
  public String export(Comparison comparison, Conditions conditions) {
    List<String> lines = new ArrayList<>(List.of(conditions.heading(), ""));
    FittedColumns columns = FittedColumns.of(comparison, width, width >= WIDE);
    lines.addAll(columns.table());
    if (chart != null) {
      lines.addAll(chart.lines(comparison));
    }
    lines.add("");
    addAll(lines, columns.remarks());
    addAll(lines, conditions.notes(comparison));
    conditions
        .warnings(comparison)
        .forEach(warning -> addAll(lines, List.of("Warning: " + warning + ".")));
    addParagraph(lines, comparison.sentences());
    addParagraph(lines, conditions.changesInWords());
    return String.join("\n", lines) + "\n";
  }

  private void addParagraph(List<String> lines, List<String> sentences) {
    if (!sentences.isEmpty()) {
      lines.add("");
      addAll(lines, sentences);
    }
  }

  private void addAll(List<String> lines, List<String> texts) {
    // What reads a pipe takes a sentence from one line.
    texts.forEach(text -> lines.addAll(chart == null ? List.of(text) : Wrapped.lines(text, width)));
  }
}
