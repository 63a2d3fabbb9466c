package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.model.InWords;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The comparison as a table of GitHub Flavored Markdown, with what it takes to repeat it. */
public final class MarkdownExport implements Exporter {

  @Override
  public String export(Comparison comparison, Conditions conditions) {
    List<Column> columns = Column.of(comparison);
    StringBuilder text = new StringBuilder(row(columns, Column::heading));
    text.append(row(columns, column -> column.numeric() ? "---:" : ":---"));
    for (Series mode : comparison.series()) {
      text.append(row(columns, column -> column.cell().apply(mode)));
    }
    text.append('\n').append(escape(conditions.heading())).append(":\n\n");
    conditions
        .warnings(comparison)
        .forEach(warning -> text.append("- Warning: ").append(escape(warning)).append(".\n"));
    comparison.sentences().forEach(sentence -> text.append("- ").append(sentence).append('\n'));
    conditions
        .changesInWords()
        .forEach(sentence -> text.append("- ").append(escape(sentence)).append('\n'));
    conditions
        .notes(comparison)
        .forEach(note -> text.append("- ").append(escape(note)).append('\n'));
    text.append("\n").append(indented(conditions.command())).append("\n\n");
    return text.append(escape(environment(conditions))).append(".\n").toString();
  }

  private static String environment(Conditions conditions) {
    return String.join(
        ", ",
        conditions.tool(),
        conditions.jvm(),
        conditions.system(),
        InWords.counted(conditions.cores(), "core", "cores"),
        conditions.date());
  }

  /** A code block; a line that is indented by four spaces needs no fence that it could contain. */
  private static String indented(String command) {
    return "    " + command.replaceAll("\\R", " ");
  }

  private static String row(List<Column> columns, Function<Column, String> cell) {
    return columns.stream()
        .map(cell.andThen(MarkdownExport::escape))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String escape(String text) {
    return text.replaceAll("([\\\\|*_<>`])", "\\\\$1").replaceAll("\\R", " ");
  }
}
