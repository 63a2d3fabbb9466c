package io.github.fetchcharacters.cli.option;

import io.github.fetchcharacters.terminal.Messages;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.TerminalSettings;
import io.github.fetchcharacters.terminal.When;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options for output that only people read. */
public final class TerminalOptions {

  /** Its name; also counts before a command. */
  public static final String COLOR = "--color";

  public final OptionGroup group = new OptionGroup("What to show on a terminal");

  final OptionValue<When> progress =
      group.add(
          When.class,
          When.AUTO,
          OptionSpec.builder("--progress")
              .paramLabel("WHEN")
              .description(
                  "How far it is, on standard error: auto (on a terminal, for what takes more"
                      + " than a second),"
                      + " always, never.",
                  "Default: ${DEFAULT-VALUE}."));

  public final OptionValue<When> color =
      group.add(
          When.class,
          When.AUTO,
          OptionSpec.builder(COLOR)
              .paramLabel("WHEN")
              .description(
                  "Colours: auto (on a terminal), always, never. Of the results only json on a"
                      + " terminal has any. Default: ${DEFAULT-VALUE}."));

  /** Returns the value of {@code --color}, given with the command or before it. */
  public static When color(ParseResult parsed) {
    When color = When.AUTO;
    for (ParseResult part = parsed; part != null; part = part.subcommand()) {
      color = part.matchedOptionValue(COLOR, color);
    }
    return color;
  }

  /** Whether to show progress; AUTO requires a terminal that can move its cursor. */
  public boolean showsProgress(Streams streams) {
    return switch (progress.value()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          !TerminalSettings.isDumb(streams.environment()) && streams.errIsTerminal().getAsBoolean();
    };
  }

  /** Returns the program's messages on standard error. */
  public Messages messages(Streams streams) {
    return messages(streams, color.value());
  }

  public static Messages messages(Streams streams, When color) {
    return new Messages(
        streams.err(),
        () -> TerminalSettings.colour(color, streams.environment(), streams.errIsTerminal()));
  }
}
