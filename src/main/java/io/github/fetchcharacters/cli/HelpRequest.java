package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.option.TerminalOptions;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.TerminalSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Answers a command line that asks for help or the version, with whatever settings. */
final class HelpRequest {

  private static final String WHOLE = "--help";

  private HelpRequest() {}

  /** Whether the command line asks for either. */
  static boolean isIn(ParseResult parsed) {
    for (CommandLine command : parsed.asCommandLineList()) {
      if (command.isUsageHelpRequested() || command.isVersionHelpRequested()) {
        return true;
      }
    }
    return false;
  }

  /** Prints it and returns the exit status; picocli would not notice a failed write. */
  static int print(ParseResult parsed, Streams streams) {
    CommandLine root = parsed.commandSpec().commandLine();
    for (CommandLine command : parsed.asCommandLineList()) {
      if (command.isUsageHelpRequested()) {
        colour(root, parsed, streams);
        boolean whole = parsed.originalArgs().contains(WHOLE);
        return print(whole ? command.getUsageMessage() : BriefHelp.of(command), root, streams);
      }
    }
    StringWriter version = new StringWriter();
    root.setOut(new PrintWriter(version));
    new RunLast().execute(parsed);
    return print(version.toString(), root, streams);
  }

  /**
   * Prints the whole help of a command.
   *
   * @param parsed the command line
   */
  static int print(CommandLine command, ParseResult parsed, Streams streams) {
    colour(parsed.commandSpec().commandLine(), parsed, streams);
    return print(command.getUsageMessage(), command, streams);
  }

  private static void colour(CommandLine root, ParseResult parsed, Streams streams) {
    boolean coloured =
        TerminalSettings.colour(
            TerminalOptions.color(parsed), streams.environment(), streams.outIsTerminal());
    root.setColorScheme(Help.defaultColorScheme(coloured ? Help.Ansi.ON : Help.Ansi.OFF));
  }

  private static int print(String text, CommandLine command, Streams streams) {
    try {
      streams.print(text);
      return 0;
    } catch (IOException failure) {
      throw new ExecutionException(command, "" + failure.getMessage(), failure);
    }
  }
}
