package io.github.fetchcharacters.cli.option;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** A usage error that knows the options it is about. */
public final class OptionException extends ParameterException {

  private static final long serialVersionUID = 1L;

  private final transient List<ArgSpec> concerned;

  /**
   * @param concerned the options and parameters whose values are wrong, alone or together
   */
  OptionException(
      CommandLine command, String message, @Nullable Throwable cause, List<ArgSpec> concerned) {
    super(command, message, cause);
    this.concerned = List.copyOf(concerned);
  }

  /** Returns the options and parameters of a usage error, picocli's own included. */
  public static List<ArgSpec> concerned(ParameterException wrong) {
    if (wrong instanceof OptionException known) {
      return known.concerned;
    }
    return wrong.getArgSpec() == null ? List.of() : List.of(wrong.getArgSpec());
  }

  /**
   * Returns the message of a usage error, without the label that picocli puts behind the name of an
   * option with several values: {@code '--modes' (MODE)}.
   */
  public static String message(ParameterException wrong) {
    String message = "" + wrong.getMessage();
    return wrong.getArgSpec() instanceof OptionSpec option
        ? message.replace(invalid(option) + " (" + option.paramLabel() + ")", invalid(option))
        : message;
  }

  /** Returns the start of each message about a wrong value of the option, picocli's included. */
  public static String invalid(OptionSpec option) {
    return invalid("option '" + option.longestName() + "'");
  }

  /**
   * Returns the start of a message about a wrong value.
   *
   * @param place the option or the variable that has it
   */
  static String invalid(String place) {
    return "Invalid value for " + place;
  }
}
