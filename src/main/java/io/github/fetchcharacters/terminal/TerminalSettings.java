package io.github.fetchcharacters.terminal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * What the environment says of the terminal.
 *
 * @param width its columns; 80 where nobody says
 * @param utf8 whether its locale shows more than ASCII
 */
public record TerminalSettings(int width, boolean utf8) {

  private static final int USUAL_WIDTH = 80;

  /**
   * Reads {@code COLUMNS} and the locale, in the order of POSIX (Base Definitions, section 8.2).
   *
   * @param columns how wide it is, 0 where it does not tell; not asked where {@code COLUMNS} tells
   */
  public static TerminalSettings of(Map<String, String> environment, IntSupplier columns) {
    return new TerminalSettings(
        width(environment.getOrDefault("COLUMNS", ""), columns), utf8(environment));
  }

  /**
   * Whether a stream is coloured: as the option says; else not with {@code NO_COLOR} (no-color.org:
   * any value but an empty one); else with {@code CLICOLOR_FORCE} (bixense.com/clicolors: any value
   * but 0, here also but an empty one); else on a terminal, if it is not a dumb one.
   *
   * @param isTerminal whether the stream is shown on a terminal
   */
  public static boolean colour(
      When option, Map<String, String> environment, BooleanSupplier isTerminal) {
    if (option != When.AUTO) {
      return option == When.ALWAYS;
    }
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    String force = environment.getOrDefault("CLICOLOR_FORCE", "");
    if (!force.isEmpty() && !force.equals("0")) {
      return true;
    }
    return !isDumb(environment) && isTerminal.getAsBoolean();
  }

  /** Whether it can do no more than to print a line below the other. */
  public static boolean isDumb(Map<String, String> environment) {
    return "dumb".equals(environment.get("TERM"));
  }

  private static int width(String variable, IntSupplier terminal) {
    if (variable.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(variable);
    }
    int columns = terminal.getAsInt();
    return columns > 0 ? columns : USUAL_WIDTH;
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
