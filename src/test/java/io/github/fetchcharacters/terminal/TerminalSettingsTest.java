package io.github.fetchcharacters.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class TerminalSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0, 80, false",
    "'', 40, 40, false",
    "COLUMNS=132, 40, 132, false",
    "COLUMNS=0, 0, 80, false",
    "COLUMNS=wide, 0, 80, false",
    "LANG=en_US.UTF-8, 0, 80, true",
    "LANG=de_DE.utf8, 0, 80, true",
    "LANG=C, 0, 80, false",
    "LANG=en_US.UTF-8 LC_ALL=C, 0, 80, false",
    "LANG=C LC_CTYPE=C.UTF-8, 0, 80, true",
    "LC_CTYPE=C.UTF-8 LC_ALL=POSIX, 0, 80, false",
    "LANG=C.UTF-8 LC_ALL=, 0, 80, true",
  })
  void areReadFromTheEnvironment(String environment, int columns, int width, boolean utf8) {
    assertThat(TerminalSettings.of(variables(environment), () -> columns))
        .isEqualTo(new TerminalSettings(width, utf8));
  }

  /** The option, NO_COLOR, CLICOLOR_FORCE, the terminal: the first one set counts. */
  @ParameterizedTest
  @CsvSource({
    "AUTO, '', false, false",
    "AUTO, '', true, true",
    "AUTO, TERM=xterm, true, true",
    "AUTO, TERM=dumb, true, false",
    "AUTO, NO_COLOR=1, true, false",
    "AUTO, NO_COLOR=, true, true",
    "AUTO, NO_COLOR=, false, false",
    "AUTO, CLICOLOR_FORCE=1, false, true",
    "AUTO, CLICOLOR_FORCE=1 TERM=dumb, true, true",
    "AUTO, CLICOLOR_FORCE=0, false, false",
    "AUTO, CLICOLOR_FORCE=0, true, true",
    "AUTO, CLICOLOR_FORCE=, false, false",
    "AUTO, NO_COLOR=1 CLICOLOR_FORCE=1, true, false",
    "AUTO, NO_COLOR= CLICOLOR_FORCE=1, false, true",
    "ALWAYS, '', false, true",
    "ALWAYS, NO_COLOR=1, false, true",
    "ALWAYS, TERM=dumb, false, true",
    "NEVER, '', true, false",
    "NEVER, CLICOLOR_FORCE=1, true, false",
  })
  void theFirstThatSaysAnythingOfColoursCounts(
      When option, String environment, boolean isTerminal, boolean coloured) {
    assertThat(TerminalSettings.colour(option, variables(environment), () -> isTerminal))
        .isEqualTo(coloured);
  }

  private static Map<String, String> variables(String environment) {
    Map<String, String> variables = new HashMap<>();
    for (String pair : environment.split(" ", -1)) {
      int sign = pair.indexOf('=');
      if (sign >= 0) {
        variables.put(pair.substring(0, sign), pair.substring(sign + 1));
      }
    }
    return variables;
  }
}
