package io.github.fetchcharacters.cli.setting;

import io.github.fetchcharacters.cli.option.SettingsOptions;
import io.github.fetchcharacters.cli.option.TerminalOptions;
import io.github.fetchcharacters.terminal.Messages;
import io.github.fetchcharacters.terminal.Streams;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs a command with the settings of the environment and a file for the options that its command
 * line leaves open.
 *
 * <p>If there are any, it parses the command line a second time, with these as defaults. The first
 * time shows which options it has: picocli turns a given flag off if its default is true.
 */
public final class SettingsExecution implements IExecutionStrategy {

  static final String CONFIG_VARIABLE = Setting.variable("config");

  private final Streams streams;

  private final Supplier<List<CommandLine>> commands;

  /**
   * @param commands makes the commands beside fetching that take settings
   */
  public SettingsExecution(Streams streams, Supplier<List<CommandLine>> commands) {
    this.streams = streams;
    this.commands = commands;
  }

  @Override
  public int execute(ParseResult parsed) {
    List<CommandLine> commands = parsed.asCommandLineList();
    CommandLine command = commands.get(commands.size() - 1);
    // The completion script has no use for settings.
    boolean settable = command.getCommandSpec().findOption(SettingsOptions.CONFIG) != null;
    return settable ? execute(parsed, command) : new RunLast().execute(parsed);
  }

  private int execute(ParseResult parsed, CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    List<OptionSpec> given = command.getParseResult().matchedOptions();
    ConfigFile file = file(command);
    if (file.entries().isEmpty() && !hasVariables()) {
      return new RunLast().execute(parsed);
    }
    SettingNames names = new SettingNames(spec, commands);
    names.check(file);
    Settings settings = new Settings(spec, given, streams.environment(), file);
    try {
      ParseResult merged = settings.isEmpty() ? parsed : again(parsed, settings);
      if (!isQuiet(spec)) {
        Messages messages = TerminalOptions.messages(streams, TerminalOptions.color(merged));
        names
            .warnings(streams.environment())
            .forEach(warning -> messages.say("warning: " + warning));
      }
      return new RunLast().execute(merged);
    } catch (ParameterException wrong) {
      throw settings.explained(wrong);
    }
  }

  private boolean hasVariables() {
    for (String name : streams.environment().keySet()) {
      if (Setting.isVariable(name)) {
        return true;
      }
    }
    return false;
  }

  private ConfigFile file(CommandLine command) {
    String variable = streams.environment().getOrDefault(CONFIG_VARIABLE, "");
    try {
      Path given = given(command);
      Path path = given != null || variable.isEmpty() ? given : Path.of(variable);
      path = path == null ? ConfigFile.byDefault(streams.environment()) : path;
      return path == null ? ConfigFile.NONE : ConfigFile.read(path);
    } catch (IOException | InvalidPathException failure) {
      String message = "" + failure.getMessage();
      String origin =
          given(command) == null && !variable.isEmpty() ? " (from " + CONFIG_VARIABLE + ")" : "";
      throw new ParameterException(command, message + origin, failure);
    }
  }

  /** The option's value, given with the command or before it. */
  private static @Nullable Path given(CommandLine command) {
    Path path = command.getParseResult().matchedOptionValue(SettingsOptions.CONFIG, null);
    CommandLine parent = command.getParent();
    return path != null || parent == null ? path : given(parent);
  }

  private static ParseResult again(ParseResult parsed, Settings settings) {
    CommandLine root = parsed.commandSpec().commandLine();
    root.setDefaultValueProvider(settings);
    // Settings are literal: ${…} in one is text.
    root.setInterpolateVariables(false);
    ParseResult merged = root.parseArgs(parsed.originalArgs().toArray(String[]::new));
    settings.addUp();
    return merged;
  }

  private static boolean isQuiet(CommandSpec spec) {
    OptionSpec quiet = spec.findOption("--quiet");
    return quiet != null && Boolean.TRUE.equals(quiet.getValue());
  }
}
