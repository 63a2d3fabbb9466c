package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.cli.option.OptionGroup;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.compare.page.HtmlReport;
import io.github.fetchcharacters.compare.report.CsvExport;
import io.github.fetchcharacters.compare.report.Exporter;
import io.github.fetchcharacters.compare.report.JsonExport;
import io.github.fetchcharacters.compare.report.MarkdownExport;
import io.github.fetchcharacters.compare.report.Recorded;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** Which files the figures go to. */
final class ExportOptions {

  private final OptionValue<Path> json;
  private final OptionValue<Path> csv;
  private final OptionValue<Path> markdown;
  private final OptionValue<Path> report;

  /** Adds the options to the group. */
  ExportOptions(OptionGroup group) {
    json =
        group.add(
            Path.class,
            OptionSpec.builder("--export-json")
                .paramLabel("FILE")
                .description(
                    "Write every time measured, and under which conditions; also if a comparison is"
                        + " refused."));
    csv =
        group.add(
            Path.class,
            OptionSpec.builder("--export-csv")
                .paramLabel("FILE")
                .description("Write a line of figures for each mode."));
    markdown =
        group.add(
            Path.class,
            OptionSpec.builder("--export-markdown")
                .paramLabel("FILE")
                .description("Write the table in Markdown."));
    report =
        group.add(
            Path.class,
            OptionSpec.builder("--report")
                .paramLabel("FILE")
                .description("Write one HTML page with the table, charts and conditions."));
  }

  /** Whether a file shows single requests of a turn. */
  boolean showsRequests() {
    return report.orNull() != null;
  }

  /**
   * The files asked for, by the option that asks.
   *
   * @param recorded what is recorded of single requests
   */
  Map<String, ExportFiles.Target> targets(Recorded recorded) {
    Map<String, ExportFiles.Target> targets = new LinkedHashMap<>();
    add(targets, "--export-json", json.orNull(), new JsonExport(recorded));
    add(targets, "--export-csv", csv.orNull(), new CsvExport());
    add(targets, "--export-markdown", markdown.orNull(), new MarkdownExport());
    add(targets, "--report", report.orNull(), new HtmlReport(recorded));
    return targets;
  }

  private static void add(
      Map<String, ExportFiles.Target> targets,
      String option,
      @Nullable Path path,
      Exporter exporter) {
    if (path != null) {
      targets.put(option, new ExportFiles.Target(path, exporter));
    }
  }
}
