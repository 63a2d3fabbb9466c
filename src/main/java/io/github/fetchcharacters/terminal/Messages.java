package io.github.fetchcharacters.terminal;

import java.io.PrintStream;
import java.util.function.BooleanSupplier;

/**
 * Prints messages on standard error, a line each, after the program's name.
 *
 * @param err standard error
 * @param coloured whether to colour the name; called only with a message
 */
public record Messages(PrintStream err, BooleanSupplier coloured) {

  private static final String NAME = "fetch-characters:";

  /** Prints a line. The caller escapes a server's words first, see {@link TerminalText#escape}. */
  public void say(String line) {
    String name = coloured.getAsBoolean() ? "\u001B[1;31m" + NAME + "\u001B[0m" : NAME;
    err.println(name + " " + line);
  }
}
