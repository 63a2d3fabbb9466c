package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.compare.CompareCommand;
import io.github.fetchcharacters.cli.fetch.FetchCommand;
import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.cli.option.GroupedHelp;
import io.github.fetchcharacters.cli.option.TerminalOptions;
import io.github.fetchcharacters.cli.setting.SettingsExecution;
import io.github.fetchcharacters.cli.value.DurationConverter;
import io.github.fetchcharacters.cli.value.EnumConverter;
import io.github.fetchcharacters.cli.value.NumberConverter;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.output.Format;
import io.github.fetchcharacters.selection.InvalidIdException;
import io.github.fetchcharacters.terminal.InternalErrors;
import io.github.fetchcharacters.terminal.Messages;
import io.github.fetchcharacters.terminal.ReaderGoneException;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.TerminalText;
import io.github.fetchcharacters.terminal.When;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The whole command as a function from arguments and streams to an exit status. */
public final class FetchCharacters {

  private FetchCharacters() {}

  /**
   * Runs the command on this thread.
   *
   * @param arguments the command line
   * @param streams its input, output and environment
   * @return the exit status, see {@link ExitCodes}
   */
  public static int run(String[] arguments, Streams streams) {
    boolean subcommands = CommandNames.mayBeAmong(arguments);
    CommandLine command = commandLine(streams, subcommands);
    if (!subcommands && !CommandNames.isPlainFetch(arguments)) {
      CommandNames.addSummaries(command);
      HelpText.addTo(command);
    }
    try {
      return command.execute(CommandWords.of(arguments, command.getCommandSpec()));
    } catch (ParameterException wrong) {
      return usageError(wrong, arguments, streams);
    }
  }

  /** The command, with its subcommands or without them. */
  public static CommandLine commandLine(Streams streams, boolean subcommands) {
    CommandLine command = new CommandLine(FetchCommand.spec(streams));
    if (subcommands) {
      // Building them takes a tenth of a start, so a plain fetch leaves them out.
      settableCommands(streams)
          .forEach(other -> command.addSubcommand(other.getCommandName(), other));
      command.addSubcommand(CommandNames.CACHE, CacheCommand.commandLine(streams));
      command.addSubcommand(CommandNames.COMPLETION, CompletionCommand.commandLine(streams));
      command.addSubcommand(CommandNames.HELP, HelpCommand.commandLine(streams));
      HelpText.addTo(command);
    }
    NumberConverter.register(command);
    command.registerConverter(Duration.class, new DurationConverter());
    command.registerConverter(Mode.class, new EnumConverter<>(Mode.class));
    command.registerConverter(Format.class, new EnumConverter<>(Format.class));
    command.registerConverter(When.class, new EnumConverter<>(When.class));
    GroupedHelp.install(command);
    command.setExpandAtFiles(false);
    // As in curl and ripgrep, the last of a repeated option counts; picocli would warn of it.
    command.setOverwrittenOptionsAllowed(true);
    // The word behind an option is its value, also in --name help.
    command.setAllowSubcommandsAsOptionParameters(true);
    CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
    command.setErr(utf8(streams.err()));
    command.setExecutionStrategy(parsed -> execution(parsed, streams));
    command.setParameterExceptionHandler(
        (wrong, arguments) -> usageError(wrong, arguments, streams));
    command.setExecutionExceptionHandler(
        (failure, failed, parsed) -> executionError(failure, parsed, streams));
    return command;
  }

  /** The commands beside fetching that take settings, new with each call. */
  private static List<CommandLine> settableCommands(Streams streams) {
    return List.of(CompareCommand.commandLine(streams), ServeCommand.commandLine(streams));
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static int usageError(ParameterException wrong, String[] arguments, Streams streams) {
    TerminalOptions.messages(streams, color(wrong.getCommandLine()))
        .say(TerminalText.escape(UsageMessage.of(wrong, arguments)));
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    streams.err().println("Try '" + command + " --help' for more information.");
    return ExitCodes.USAGE;
  }

  /** picocli has not linked the parts before the wrong one with each other yet. */
  private static When color(CommandLine failed) {
    When color = When.AUTO;
    for (CommandLine part = failed; part != null && color == When.AUTO; part = part.getParent()) {
      color = TerminalOptions.color(part.getParseResult());
    }
    return color;
  }

  /** picocli passes errors on, which would end the process with a stack trace. */
  private static int execution(ParseResult parsed, Streams streams) {
    try {
      if (HelpRequest.isIn(parsed)) {
        return HelpRequest.print(parsed, streams);
      }
      if (parsed.hasSubcommand()) {
        MisplacedArguments.refuse(parsed, parsed.subcommand().commandSpec());
      }
      return new SettingsExecution(streams, () -> settableCommands(streams)).execute(parsed);
    } catch (Error error) {
      return executionError(error, parsed, streams);
    }
  }

  private static int executionError(Throwable failure, ParseResult parsed, Streams streams) {
    Messages messages = TerminalOptions.messages(streams, TerminalOptions.color(parsed));
    if (failure instanceof InvalidIdException wrong) {
      messages.say(TerminalText.escape(UsageMessage.of(wrong)));
      return ExitCodes.USAGE;
    }
    if (failure instanceof ReaderGoneException) {
      return ExitCodes.OK;
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      messages.say(TerminalText.escape("" + failure.getMessage()));
      return ExitCodes.FAILED;
    }
    messages.say(InternalErrors.inWords(failure));
    if (parsed.hasMatchedOption("--verbose")) {
      failure.printStackTrace(streams.err());
    }
    return ExitCodes.INTERNAL;
  }
}
