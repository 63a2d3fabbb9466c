package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.value.CommandText;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Arguments that the JVM could not decode: their bytes are lost. */
final class UndecodedArguments {

  /** Stands where bytes could not be decoded (Unicode Standard, section 23.8). */
  private static final char REPLACEMENT = '\uFFFD';

  private UndecodedArguments() {}

  /**
   * Lets pass what is whole: with another name than the one asked for, nothing would be found.
   *
   * @throws ParameterException if one is not; the message names it, but for a secret
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
