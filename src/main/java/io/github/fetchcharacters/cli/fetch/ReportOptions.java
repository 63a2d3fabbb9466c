package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.cli.option.OptionGroup;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.TerminalSettings;
import io.github.fetchcharacters.terminal.When;
import io.github.fetchcharacters.timeline.AttemptRecorder;
import io.github.fetchcharacters.timeline.Waterfall;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What is said on standard error. */
final class ReportOptions {

  /** Rows of a waterfall: two screens at most. */
  private static final int MOST_FIRST = 20;

  private static final int MOST_LAST = 20;

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
              .description("Say nothing but results; the exit status tells of failures."));

  void check(CommandSpec spec) {
    if (verbose.value() && quiet.value()) {
      throw new ParameterException(spec.commandLine(), "--verbose and --quiet exclude each other");
    }
  }

  /** Null where nobody asked for a waterfall: then nothing is recorded. */
  @Nullable AttemptRecorder recorder() {
    return waterfall.value() && !quiet.value()
        ? new AttemptRecorder(System::nanoTime, MOST_FIRST, MOST_LAST)
        : null;
  }

  /** Draws what was recorded on standard error. */
  void draw(AttemptRecorder recorder, Streams streams, When color) {
    TerminalSettings terminal =
        TerminalSettings.of(streams.environment(), streams.display().columns());
    boolean colour = TerminalSettings.colour(color, streams.environment(), streams.errIsTerminal());
    Waterfall waterfall = new Waterfall(terminal.width(), terminal.utf8(), colour);
    waterfall.lines(recorder.timeline()).forEach(line -> streams.err().print(line + "\n"));
    streams.err().flush();
  }
}
