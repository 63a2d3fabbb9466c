package io.github.fetchcharacters.cli.option;

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
public final class HelpRequest {

  private HelpRequest() {}

  /** Whether the command line asks for either. */
  public static boolean isIn(ParseResult parsed) {
    for (CommandLine command : parsed.asCommandLineList()) {
      if (command.isUsageHelpRequested() || command.isVersionHelpRequested()) {
        return true;
      }
    }
    return false;
  }

  /** Prints it and returns the exit status; picocli would not notice a failed write. */
  public static int print(ParseResult parsed, Streams streams) {
    CommandLine root = parsed.commandSpec().commandLine();
    boolean coloured =
        TerminalSettings.colour(
            TerminalOptions.color(parsed), streams.environment(), streams.outIsTerminal());
    root.setColorScheme(Help.defaultColorScheme(coloured ? Help.Ansi.ON : Help.Ansi.OFF));
    StringWriter text = new StringWriter();
    root.setOut(new PrintWriter(text));
    int exitCode = new RunLast().execute(parsed);
    try {
      streams.print(text.toString());
    } catch (IOException failure) {
      throw new ExecutionException(root, "" + failure.getMessage(), failure);
    }
    return exitCode;
  }
}
