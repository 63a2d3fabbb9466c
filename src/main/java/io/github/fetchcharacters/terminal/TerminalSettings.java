package io.github.fetchcharacters.terminal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * The terminal's settings, as the environment has them.
 *
 * @param width its columns; 80 where unknown
 * @param utf8 whether its locale shows more than ASCII
 */
public record TerminalSettings(int width, boolean utf8) {

  private static final int DEFAULT_WIDTH = 80;

  /**
   * Reads {@code COLUMNS} and the locale, in the order of POSIX (Base Definitions, section 8.2).
   *
   * @param columns the terminal's own answer, 0 where it has none; called only without {@code
   *     COLUMNS}
   */
  public static TerminalSettings of(Map<String, String> environment, IntSupplier columns) {
    return new TerminalSettings(
        width(environment.getOrDefault("COLUMNS", ""), columns), utf8(environment));
  }

  /**
   * Whether to colour a stream: as the option says; else not with {@code NO_COLOR} (no-color.org:
   * any value but an empty one); else with {@code CLICOLOR_FORCE} (bixense.com/clicolors: any value
   * but 0, here also but an empty one); else on a terminal, if it is not a dumb one.
   *
   * @param isTerminal whether the stream is a terminal
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

  /** Whether the terminal cannot move its cursor. */
  public static boolean isDumb(Map<String, String> environment) {
    return "dumb".equals(environment.get("TERM"));
  }

  private static int width(String variable, IntSupplier terminal) {
    if (variable.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(variable);
    }
    int columns = terminal.getAsInt();
    return columns > 0 ? columns : DEFAULT_WIDTH;
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
