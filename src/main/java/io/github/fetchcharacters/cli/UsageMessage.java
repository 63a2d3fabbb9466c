package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.option.OptionException;
import io.github.fetchcharacters.cli.value.CommandText;
import io.github.fetchcharacters.cli.value.UrlText;
import io.github.fetchcharacters.selection.InvalidIdException;
import io.github.fetchcharacters.terminal.Nearest;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unmatched.isUnknownOption()
          ? unknownOption(unmatched, arguments)
          : UrlText.withoutSecrets("unexpected argument '" + unmatched.getUnmatched().get(0) + "'");
    }
    return wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()
        ? withoutValue(missing.getMissing().get(0))
        : UrlText.withoutSecrets(OptionException.message(wrong));
  }

  private static String withoutValue(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? "option '%s' needs a value: %1$s=%s".formatted(option.longestName(), option.paramLabel())
        : "missing argument: " + argument.paramLabel();
  }

  /** Returns the message for an argument that is no id. */
  static String of(InvalidIdException wrong) {
    return UrlText.withoutSecrets(wrong.getMessage() + CommandNames.question(wrong.word()));
  }

  private static String unknownOption(UnmatchedArgumentException wrong, String[] arguments) {
    String word = wrong.getUnmatched().get(0);
    int sign = word.indexOf('=');
    // The value may be a secret.
    String option = CommandText.withoutSecret("", sign < 0 ? word : word.substring(0, sign));
    CommandSpec spec = wrong.getCommandLine().getCommandSpec();
    // The options of a command that was mistyped are unknown, too.
    String command = spec.parent() == null ? CommandNames.question(arguments[0]) : "";
    return "Unknown option: '"
        + option
        + "'"
        + (command.isEmpty() ? question(option, spec) : command);
  }

  /** Compares the names without their dashes, which would make short ones look near. */
  private static String question(String option, CommandSpec spec) {
    List<String> known = spec.options().stream().map(o -> bare(o.longestName())).toList();
    String nearest = Nearest.to(bare(option), known);
    return nearest == null ? "" : "; did you mean '--" + nearest + "'?";
  }

  private static String bare(String option) {
    return option.replaceFirst("^-+", "");
  }
}
