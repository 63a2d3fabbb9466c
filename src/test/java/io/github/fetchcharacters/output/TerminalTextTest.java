package io.github.fetchcharacters.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "Rick Sanchez", "Zoë Łucja", "日本", "🥒", "\\u001b", "\"'\\ ~", "é\u0301"})
  void leavesTextAsItIs(String text) {
    assertThat(TerminalText.escape(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\tb', a\\u0009b",
    "'a\nb', a\\u000ab",
    "'a\r\nb', a\\u000d\\u000ab",
    "'\u001b[31mred\u001b[0m', \\u001b[31mred\\u001b[0m",
    "'\u001b]0;title\u0007', \\u001b]0;title\\u0007",
    "'\u009b2J', \\u009b2J",
    "'\u0085', \\u0085",
    "'\u007f', \\u007f",
    "'a\u2028b\u2029', a\\u2028b\\u2029",
    "'\u202eexe.gpj', \\u202eexe.gpj",
    "'\u2066x\u2069', \\u2066x\\u2069",
    "'\u200e\u200f\u061c', \\u200e\\u200f\\u061c",
    "'\ufeffa', \\ufeffa",
    "'🥒\u0000🥒', 🥒\\u0000🥒",
  })
  void showsWhatSteersATerminalAsAnEscape(String text, String escaped) {
    assertThat(TerminalText.escape(text)).isEqualTo(escaped);
  }

  /** Half a pair has no UTF-8: Java writes a question mark for it. */
  @ParameterizedTest
  @CsvSource({
    "\uD83E, \\ud83e",
    "\uDD52, \\udd52",
    "a\uD83E, a\\ud83e",
    "\uDD52a, \\udd52a",
    "\uD83Ea, \\ud83ea",
    "\uDD52\uD83E, \\udd52\\ud83e",
    "\uD83E\uD83E\uDD52, \\ud83e🥒",
    "\uD83E\uDD52\uDD52, 🥒\\udd52",
  })
  void showsHalfASurrogatePairAsAnEscape(String text, String escaped) {
    assertThat(TerminalText.escape(text)).isEqualTo(escaped);
  }

  @Test
  void leavesNoControlAndNoDirectionOfAnyCharacter() {
    String every =
        IntStream.rangeClosed(0, 0xFFFF)
            .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
            .toString();

    String escaped = TerminalText.escape(every);

    assertThat(escaped.codePoints())
        .noneMatch(Character::isISOControl)
        .noneMatch(c -> Character.getType(c) == Character.LINE_SEPARATOR)
        .noneMatch(c -> Character.getType(c) == Character.PARAGRAPH_SEPARATOR)
        .noneMatch(TerminalTextTest::turnsTheDirection);
    assertThat(new String(escaped.getBytes(UTF_8), UTF_8)).isEqualTo(escaped);
  }

  private static boolean turnsTheDirection(int c) {
    return switch (Character.getDirectionality(c)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
          Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
          true;
      default -> false;
    };
  }
}
