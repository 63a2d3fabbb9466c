package io.github.fetchcharacters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "'', false, 80, false, false",
    "'', true, 80, false, true",
    "COLUMNS=132, true, 132, false, true",
    "COLUMNS=0, true, 80, false, true",
    "COLUMNS=wide, true, 80, false, true",
    "NO_COLOR=1, true, 80, false, false",
    "NO_COLOR=, true, 80, false, true",
    "LANG=en_US.UTF-8, false, 80, true, false",
    "LANG=de_DE.utf8, false, 80, true, false",
    "LANG=C, false, 80, false, false",
    "LANG=en_US.UTF-8 LC_ALL=C, false, 80, false, false",
    "LANG=C LC_CTYPE=C.UTF-8, false, 80, true, false",
    "LC_CTYPE=C.UTF-8 LC_ALL=POSIX, false, 80, false, false",
    "LANG=C.UTF-8 LC_ALL=, false, 80, true, false",
  })
  void areReadFromTheEnvironment(
      String environment, boolean isTerminal, int width, boolean utf8, boolean colour) {
    Map<String, String> variables = new HashMap<>();
    for (String pair : environment.split(" ", -1)) {
      int sign = pair.indexOf('=');
      if (sign >= 0) {
        variables.put(pair.substring(0, sign), pair.substring(sign + 1));
      }
    }
    assertThat(TerminalSettings.of(variables, isTerminal))
        .isEqualTo(new TerminalSettings(width, utf8, colour));
  }
}
