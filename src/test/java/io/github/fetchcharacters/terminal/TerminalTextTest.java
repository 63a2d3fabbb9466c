package io.github.fetchcharacters.terminal;

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
  void showsCharactersThatControlATerminalAsEscapes(String text, String escaped) {
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

  /** Each is ignorable by default in Unicode: a name with it looks like the same name without. */
  @ParameterizedTest
  @CsvSource({
    "Ri\u200bck, Ri\\u200bck",
    "Ri\u2060ck, Ri\\u2060ck",
    "Ri\u00adck, Ri\\u00adck",
    "Ri\u034fck, Ri\\u034fck",
    "\u115f\u1160\u3164\uffa0, \\u115f\\u1160\\u3164\\uffa0",
    "\u17b4\u17b5\u180b\u180e\u180f, \\u17b4\\u17b5\\u180b\\u180e\\u180f",
    "\u2064\u2065\u206a\ufff0, \\u2064\\u2065\\u206a\\ufff0",
    "\uD834\uDD73, \\ud834\\udd73",
    "\uDB40\uDC00, \\udb40\\udc00",
    "A\uDB40\uDC41\uDB40\uDC7F, A\\udb40\\udc41\\udb40\\udc7f",
    "A\uDB40\uDD00, A\\udb40\\udd00",
    "a\u200cb\u200dc, a\\u200cb\\u200dc",
    "\ufe0fa, \\ufe0fa",
    "a\ufe0f, a\\ufe0f",
    "1\ufe0f, 1\\ufe0f",
    "'🥒\u200d', 🥒\\u200d",
    "'🥒\u200dx', 🥒\\u200dx",
    "'x\u200d🥒', x\\u200d🥒",
    "'🥒\u200d\u200d🥒', 🥒\\u200d\\u200d🥒",
    "'❤\ufe0f\ufe0f', ❤\ufe0f\\ufe0f",
    "日\ufe0f, 日\\ufe0f",
  })
  void showsInvisibleCharactersAsEscapes(String text, String escaped) {
    assertThat(TerminalText.escape(text)).isEqualTo(escaped);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👨\u200d👩\u200d👧\u200d👦",
        "👩🏽\u200d🚀",
        "🏳\ufe0f\u200d🌈",
        "👁\ufe0f\u200d🗨\ufe0f",
        "🏴\u200d☠\ufe0f",
        "🙂\u200d↔\ufe0f",
        "❤\ufe0f",
        "❤\ufe0e",
        "ℹ\ufe0f‼\ufe0f〰\ufe0f",
        "1\ufe0f\u20e3#\ufe0f\u20e3",
        "日\uDB40\uDD00",
        "\u1820\u180b",
        "🇩🇪",
        "\uD83E\uDEE8\u200d\uD83E\uDEEF"
      })
  void leavesEmojiAndFormsOfLettersAsTheyAre(String text) {
    assertThat(TerminalText.escape(text)).isSameAs(text);
    assertThat(TerminalText.escape("a\u200b" + text + "b")).isEqualTo("a\\u200b" + text + "b");
  }

  /** Scotland; but no message behind a flag, and no flag without an end. */
  @Test
  void leavesTagsOfAFlagAlone() {
    String scotland = "🏴" + tags("gbsct") + "\uDB40\uDC7F";
    assertThat(TerminalText.escape(scotland)).isSameAs(scotland);
    assertThat(TerminalText.escape("🏴" + tags("gbsct"))).startsWith("🏴\\udb40");
    assertThat(TerminalText.escape("🏴" + tags("forgetit") + "\uDB40\uDC7F"))
        .startsWith("🏴\\udb40");
    assertThat(TerminalText.escape("🥒" + tags("gbsct") + "\uDB40\uDC7F")).startsWith("🥒\\udb40");
  }

  private static String tags(String letters) {
    return letters
        .chars()
        .collect(
            StringBuilder::new,
            (text, letter) -> text.appendCodePoint(0xE0000 + letter),
            StringBuilder::append)
        .toString();
  }

  /** Format characters are invisible, but for those that stand before or around a number. */
  @Test
  void leavesNoFormatCharacterThatIsNotSeen() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean seen = TerminalText.escape(Character.toString(c)).equals(Character.toString(c));
      boolean format = Character.getType(c) == Character.FORMAT && !isSeenFormat(c);
      assertThat(format && seen).as("U+%04X", c).isFalse();
    }
  }

  private static boolean isSeenFormat(int c) {
    return (c >= 0x0600 && c <= 0x0605)
        || c == 0x06DD
        || c == 0x070F
        || (c >= 0x0890 && c <= 0x0891)
        || c == 0x08E2
        || (c >= 0xFFF9 && c <= 0xFFFB)
        || c == 0x110BD
        || c == 0x110CD
        || (c >= 0x13430 && c <= 0x1343F);
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
