package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.option.SettingsOptions;
import io.github.fetchcharacters.cli.option.TerminalOptions;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Finds options and ids of fetching that stand before another command, which does not read them.
 */
final class MisplacedArguments {

  private MisplacedArguments() {}

  /**
   * Refuses the first one.
   *
   * @param parsed the part of the command line before the command
   * @throws ParameterException that names it
   */
  static void refuse(ParseResult parsed, CommandSpec command) {
    for (ArgSpec argument : parsed.matchedArgs()) {
      if (!counts(argument, command)) {
        throw new ParameterException(command.commandLine(), message(argument, command));
      }
    }
  }

  /** Whether the colour of messages, or the file of settings, is read from before the command. */
  private static boolean counts(ArgSpec argument, CommandSpec command) {
    if (!(argument instanceof OptionSpec option)) {
      return false;
    }
    return switch (option.longestName()) {
      case TerminalOptions.COLOR -> !has(command, option);
      case SettingsOptions.CONFIG -> has(command, option);
      default -> false;
    };
  }

  private static String message(ArgSpec argument, CommandSpec command) {
    if (argument instanceof OptionSpec option) {
      String name = option.longestName();
      return has(command, option)
          ? "write %s after the command: %s %1$s …".formatted(name, command.qualifiedName())
          : "%s takes no %s; leave it out".formatted(command.name(), name);
    }
    String word = argument.originalStringValues().get(0);
    return "unexpected argument '" + word + "' before " + command.name();
  }

  private static boolean has(CommandSpec command, OptionSpec option) {
    OptionSpec own = command.findOption(option.longestName());
    return own != null && !own.hidden();
  }
}
