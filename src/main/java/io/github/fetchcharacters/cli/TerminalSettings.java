package io.github.fetchcharacters.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * What the environment says of the terminal.
 *
 * @param width its columns; 80 where nobody says
 * @param utf8 whether its locale shows more than ASCII
 * @param colour whether colours are wanted
 */
record TerminalSettings(int width, boolean utf8, boolean colour) {

  private static final int USUAL_WIDTH = 80;

  /**
   * Reads {@code COLUMNS}, the locale in the order of POSIX (Base Definitions, section 8.2), and
   * {@code NO_COLOR} (no-color.org: any value but an empty one).
   *
   * @param isTerminal whether there is a terminal at all: nothing else is sent colours
   */
  static TerminalSettings of(Map<String, String> environment, boolean isTerminal) {
    boolean colour = isTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new TerminalSettings(width(environment, () -> 0), utf8(environment), colour);
  }

  /**
   * Columns: what {@code COLUMNS} says, else the terminal, else 80.
   *
   * @param terminal asked only where the environment does not tell; 0 where it does not know
   */
  static int width(Map<String, String> environment, IntSupplier terminal) {
    String columns = environment.getOrDefault("COLUMNS", "");
    if (columns.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(columns);
    }
    int asked = terminal.getAsInt();
    return asked > 0 ? asked : USUAL_WIDTH;
  }

  private static boolean utf8(Map<String, String> environment) {
    for (String variable : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
      String locale = environment.getOrDefault(variable, "").toLowerCase(Locale.ROOT);
      if (!locale.isEmpty()) {
        return locale.contains("utf-8") || locale.contains("utf8");
      }
    }
    return false;
  }
}
