package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.cli.option.OptionGroup;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.cli.option.TerminalOptions;
import io.github.fetchcharacters.terminal.Streams;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Options for standard error. */
final class ReportOptions {

  final OptionGroup group = new OptionGroup("What to say on standard error");

  final OptionValue<Boolean> timing =
      group.flag(
          OptionSpec.builder("-t", "--timing")
              .description("One summary line on standard error when done."));

  final OptionValue<WaterfallRows> waterfall =
      group.add(
          WaterfallRows.class,
          WaterfallRows.NONE,
          OptionSpec.builder("--waterfall")
              .arity("0..1")
              .paramLabel("all")
              .completionCandidates(List.of("all"))
              .converters(WaterfallRows::parse)
              .description(
                  "After the run, a bar for each attempt on a common time axis: of more than 40 the"
                      + " first and the last 20, with =all every one."));

  final OptionValue<Boolean> verbose =
      group.flag(
          OptionSpec.builder("-v", "--verbose").description("Log each step on standard error."));

  final OptionValue<Boolean> quiet =
      group.flag(
          OptionSpec.builder("-q", "--quiet")
              .description("Say nothing but results; the exit status shows failures."));

  /** Returns the messages to print; throws the usage error of a contradiction. */
  FetchRequest.Report read(TerminalOptions terminal, Streams streams) {
    boolean silent = quiet.value();
    WaterfallRows rows = waterfall.value();
    refuseBeside(silent && verbose.value(), verbose, "--verbose");
    refuseBeside(silent && timing.value(), timing, "--timing");
    refuseBeside(silent && rows != WaterfallRows.NONE, waterfall, "--waterfall");
    return new FetchRequest.Report(
        silent,
        verbose.value(),
        timing.value(),
        rows,
        !silent && terminal.showsProgress(streams),
        terminal.color.value());
  }

  private void refuseBeside(boolean contradicts, OptionValue<?> option, String name) {
    if (contradicts) {
      throw option.wrong(name + " and --quiet exclude each other", quiet);
    }
  }
}
