package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.value.CommandText;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Arguments that the JVM could not decode: their bytes are lost. */
final class UndecodedArguments {

  /** Stands in place of bytes that the JVM could not decode (Unicode Standard, section 23.8). */
  private static final char REPLACEMENT = '\uFFFD';

  private UndecodedArguments() {}

  /**
   * Refuses an argument that lost bytes: it would name another thing than the user does.
   *
   * @throws ParameterException whose message names the argument, without a secret in it
   */
  static void refuse(String[] arguments, CommandLine command) {
    String before = "";
    for (String argument : arguments) {
      if (argument.indexOf(REPLACEMENT) >= 0) {
        throw new ParameterException(
            command,
            "cannot read '"
                + CommandText.withoutSecret(before, argument)
                + "': it is no text in the encoding of the locale; in UTF-8 it is with"
                + " LC_ALL=C.UTF-8");
      }
      before = argument;
    }
  }
}
