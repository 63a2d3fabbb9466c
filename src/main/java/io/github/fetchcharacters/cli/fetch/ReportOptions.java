package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.cli.option.OptionGroup;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.cli.option.TerminalOptions;
import io.github.fetchcharacters.terminal.Streams;
import picocli.CommandLine.Model.OptionSpec;

/** Options for standard error. */
final class ReportOptions {

  final OptionGroup group = new OptionGroup("What to say on standard error");

  final OptionValue<Boolean> timing =
      group.flag(
          OptionSpec.builder("-t", "--timing")
              .description("One summary line on standard error when done."));

  final OptionValue<Boolean> waterfall =
      group.flag(
          OptionSpec.builder("--waterfall")
              .description("After the run, a bar for each attempt on a common time axis."));

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
    refuseBeside(silent, verbose, "--verbose");
    refuseBeside(silent, timing, "--timing");
    refuseBeside(silent, waterfall, "--waterfall");
    return new FetchRequest.Report(
        silent,
        verbose.value(),
        timing.value(),
        waterfall.value(),
        !silent && terminal.showsProgress(streams),
        terminal.color.value());
  }

  private void refuseBeside(boolean silent, OptionValue<Boolean> option, String name) {
    if (silent && option.value()) {
      throw option.wrong(name + " and --quiet exclude each other", quiet);
    }
  }
}
