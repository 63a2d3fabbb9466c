package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import java.util.ArrayList;
import java.util.List;

/** The comparison for a terminal. */
public final class TextTable implements Exporter {

  private static final String GAP = "  ";

  @Override
  public String export(Comparison comparison, Conditions conditions) {
    StringBuilder text = new StringBuilder(conditions.heading()).append("\n\n");
    table(comparison).forEach(line -> text.append(line).append('\n'));
    text.append('\n');
    conditions.notes(comparison).forEach(note -> text.append(note).append('\n'));
    conditions
        .warnings(comparison)
        .forEach(warning -> text.append("Warning: ").append(warning).append(".\n"));
    text.append(comparison.sentences().isEmpty() ? "" : "\n");
    comparison.sentences().forEach(sentence -> text.append(sentence).append('\n'));
    text.append(conditions.changesInWords().isEmpty() ? "" : "\n");
    conditions.changesInWords().forEach(sentence -> text.append(sentence).append('\n'));
    return text.toString();
  }

  private static List<String> table(Comparison comparison) {
    List<Column> columns = Column.of(comparison);
    List<StringBuilder> lines = new ArrayList<>();
    for (int i = 0; i <= comparison.series().size(); i++) {
      lines.add(new StringBuilder());
    }
    for (Column column : columns) {
      append(lines, column, comparison.series());
    }
    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }

  private static void append(List<StringBuilder> lines, Column column, List<Series> modes) {
    List<String> cells = new ArrayList<>(List.of(column.heading()));
    modes.forEach(mode -> cells.add(column.cell().apply(mode)));
    int width = cells.stream().mapToInt(String::length).max().orElse(0);
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(width - cells.get(i).length());
      StringBuilder line = lines.get(i).append(lines.get(i).length() == 0 ? "" : GAP);
      line.append(column.numeric() ? padding + cells.get(i) : cells.get(i) + padding);
    }
  }
}
