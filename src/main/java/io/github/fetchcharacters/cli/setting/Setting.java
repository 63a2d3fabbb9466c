package io.github.fetchcharacters.cli.setting;

import io.github.fetchcharacters.cli.option.OptionException;
import io.github.fetchcharacters.cli.option.SettingsOptions;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The value of an option that a variable or a file sets.
 *
 * @param value as on the command line; of a flag {@code true} or {@code false}
 * @param origin the variable or the file that sets it, for messages
 */
record Setting(String value, String origin) {

  private static final String VARIABLES = "FETCH_CHARACTERS_";

  /** Returns a usage error that names the option and the origin of its value. */
  ParameterException invalid(OptionSpec option, String why) {
    return new ParameterException(
        option.command().commandLine(),
        OptionException.invalid(option) + from(origin) + ": " + why);
  }

  /** The origin of a value, to follow it in a message. */
  static String from(String origin) {
    return " (from " + origin + ")";
  }

  /** The option's key in a file: its long name without the dashes. */
  static String key(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  /** The variable for a key. */
  static String variable(String key) {
    return VARIABLES + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Whether the name is one of this tool's variables. */
  static boolean isVariable(String name) {
    return name.startsWith(VARIABLES) && !name.equals("FETCH_CHARACTERS_JAVA_OPTS");
  }

  /** Whether a variable or a file may set the option. */
  static boolean isSettable(OptionSpec option) {
    return !option.usageHelp()
        && !option.versionHelp()
        && !option.longestName().equals(SettingsOptions.CONFIG);
  }

  /** Whether each value of the option adds to those before it. */
  static boolean adds(OptionSpec option) {
    return option.isMultiValue() && option.splitRegex().isEmpty();
  }
}
