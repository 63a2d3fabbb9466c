package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.compare.CompareCommand;
import io.github.fetchcharacters.terminal.Nearest;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands beside fetching. */
final class CommandNames {

  static final String COMPARE = "compare";
  static final String SERVE = "serve";
  static final String CACHE = "cache";
  static final String COMPLETION = "generate-completion";
  static final String HELP = "help";

  private static final List<String> NAMES = List.of(COMPARE, SERVE, CACHE, COMPLETION, HELP);

  private CommandNames() {}

  static Iterator<String> iterator() {
    return NAMES.iterator();
  }

  /** Whether one may be among the arguments, or in a file among them. */
  static boolean mayBeAmong(String[] arguments) {
    for (String argument : arguments) {
      if (argument.startsWith("@") || NAMES.contains(argument)) {
        return true;
      }
    }
    return false;
  }

  /** Whether no argument can be a subcommand or ask for help or the version. */
  static boolean isPlainFetch(String[] arguments) {
    if (mayBeAmong(arguments)) {
      return false;
    }
    for (String argument : arguments) {
      if (argument.equals("--help") || argument.equals("--version") || isShortHelp(argument)) {
        return false;
      }
    }
    return true;
  }

  /** Alone or in a cluster: {@code -h}, {@code -th}. */
  private static boolean isShortHelp(String argument) {
    return argument.startsWith("-")
        && !argument.startsWith("--")
        && (argument.indexOf('h') > 0 || argument.indexOf('V') > 0);
  }

  /** Adds their summaries for the help, without building the commands themselves. */
  static void addSummaries(CommandLine command) {
    add(command, COMPARE, CompareCommand.SUMMARY);
    add(command, SERVE, ServeCommand.SUMMARY);
    add(command, CACHE, CacheCommand.SUMMARY);
    add(command, COMPLETION, CompletionCommand.SUMMARY);
    add(command, HELP, HelpCommand.SUMMARY);
  }

  private static void add(CommandLine command, String name, String summary) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(summary);
    command.addSubcommand(name, new CommandLine(spec));
  }

  /**
   * Returns the question whether a word that is no id means a command; empty where it resembles
   * none.
   */
  static String question(String word) {
    String nearest = isWord(word) ? Nearest.to(word, NAMES) : null;
    return nearest == null ? "" : "; did you mean 'fetch-characters " + nearest + "'?";
  }

  private static boolean isWord(String word) {
    return !word.isEmpty() && Character.isLetter(word.charAt(0));
  }
}
