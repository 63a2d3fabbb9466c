package io.github.fetchcharacters.terminal;

import java.io.PrintStream;
import java.util.function.BooleanSupplier;

/**
 * Says things on standard error, a line each, under the name of the program.
 *
 * @param err where to
 * @param coloured whether the name stands out; asked only where something is said
 */
public record Messages(PrintStream err, BooleanSupplier coloured) {

  private static final String NAME = "fetch-characters:";

  /** Says what is none of a server's words, or what of them is escaped. */
  public void say(String line) {
    String name = coloured.getAsBoolean() ? "\u001B[1;31m" + NAME + "\u001B[0m" : NAME;
    err.println(name + " " + line);
  }
}
