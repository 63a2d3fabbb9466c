package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.output.comparison.CsvExport;
import io.github.fetchcharacters.output.comparison.Exporter;
import io.github.fetchcharacters.output.comparison.JsonExport;
import io.github.fetchcharacters.output.comparison.MarkdownExport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is compared, how often, and where the figures go. */
@Command(description = "What to compare")
final class CompareOptions {

  @Option(
      names = "--modes",
      paramLabel = "MODE",
      split = ",",
      description = {
        "The modes to compare, of ${COMPLETION-CANDIDATES}.",
        "Default: sync,threads,async."
      })
  List<Mode> modes = List.of(Mode.SYNC, Mode.THREADS, Mode.ASYNC);

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Rounds that count. Default: ${DEFAULT-VALUE}.")
  int runs = 10;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      description = "Rounds before these that do not count. Default: ${DEFAULT-VALUE}.")
  int warmup = 1;

  @Option(
      names = "--reference",
      paramLabel = "MODE",
      description = {
        "The mode the others are compared with.",
        "Default: sync if compared, else the first."
      })
  @Nullable Mode reference;

  @Option(
      names = "--cold",
      description = "Open new connections for every turn. Default: they are kept between rounds.")
  boolean cold;

  @Option(
      names = "--export-json",
      paramLabel = "FILE",
      description = "Write every time measured, and under which conditions.")
  @Nullable Path json;

  @Option(
      names = "--export-csv",
      paramLabel = "FILE",
      description = "Write a line of figures for each mode.")
  @Nullable Path csv;

  @Option(
      names = "--export-markdown",
      paramLabel = "FILE",
      description = "Write the table in Markdown.")
  @Nullable Path markdown;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write one HTML page with the table, charts and conditions.")
  @Nullable Path report;

  void check(CommandSpec spec) {
    requireAtLeast(spec, "--runs", runs, 1);
    requireAtLeast(spec, "--warmup", warmup, 0);
    if (new LinkedHashSet<>(modes).size() < modes.size()) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '--modes': a mode is given twice");
    }
    if (!modes.contains(reference())) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--reference': "
              + reference()
              + " is not among --modes="
              + String.join(",", modes.stream().map(Mode::toString).toList()));
    }
  }

  private static void requireAtLeast(CommandSpec spec, String option, int value, int least) {
    if (value < least) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '" + option + "': " + value + " is less than " + least);
    }
  }

  Mode reference() {
    if (reference != null) {
      return reference;
    }
    return modes.contains(Mode.SYNC) ? Mode.SYNC : modes.get(0);
  }

  /**
   * The files asked for, by the option that asks.
   *
   * @param page writes the report
   */
  Map<String, ExportFiles.Target> exports(Exporter page) {
    Map<String, ExportFiles.Target> targets = new LinkedHashMap<>();
    add(targets, "--export-json", json, new JsonExport());
    add(targets, "--export-csv", csv, new CsvExport());
    add(targets, "--export-markdown", markdown, new MarkdownExport());
    add(targets, "--report", report, page);
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
