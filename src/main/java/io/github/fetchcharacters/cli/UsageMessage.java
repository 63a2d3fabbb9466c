package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.value.UrlText;
import io.github.fetchcharacters.selection.InvalidIdException;
import io.github.fetchcharacters.terminal.Nearest;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Describes the error in a command line, and suggests the nearest word. */
final class UsageMessage {

  private UsageMessage() {}

  /**
   * Returns the message on one line, without the user and password of a URL in it.
   *
   * @param arguments the command line
   */
  static String of(ParameterException wrong, String[] arguments) {
    boolean option =
        wrong instanceof UnmatchedArgumentException unmatched
            && !unmatched.getUnmatched().isEmpty()
            && unmatched.isUnknownOption();
    return option
        ? unknownOption((UnmatchedArgumentException) wrong, arguments)
        : UrlText.withoutSecrets("" + wrong.getMessage());
  }

  /** Returns the message for an argument that is no id. */
  static String of(InvalidIdException wrong) {
    return UrlText.withoutSecrets(wrong.getMessage() + CommandNames.question(wrong.word()));
  }

  private static String unknownOption(UnmatchedArgumentException wrong, String[] arguments) {
    String word = wrong.getUnmatched().get(0);
    int sign = word.indexOf('=');
    // The value may be a secret.
    String option = sign < 0 ? word : word.substring(0, sign);
    CommandSpec spec = wrong.getCommandLine().getCommandSpec();
    // The options of a command that was mistyped are unknown, too.
    String command = spec.parent() == null ? CommandNames.question(arguments[0]) : "";
    return "Unknown option: '"
        + option
        + "'"
        + (command.isEmpty() ? Nearest.question(option, longNames(spec)) : command);
  }

  private static List<String> longNames(CommandSpec spec) {
    return spec.options().stream().map(option -> option.longestName()).toList();
  }
}
