package io.github.fetchcharacters.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TextColumnsTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "abc, 3",
    "Zoë, 3",
    "Zoe\u0308, 3",
    "e\u0300\u0301\u0302, 1",
    "日本, 4",
    "한국, 4",
    "\u1112\u1161\u11ab, 2",
    "\uFF71\uFF72, 2",
    "\uFF21, 2",
    "𠜎, 2",
    "🥒, 2",
    "👍🏽, 2",
    "👨\u200d👩\u200d👧\u200d👦, 2",
    "🏳\uFE0F\u200d🌈, 2",
    "🇩🇪🇫🇷, 4",
    "❤\uFE0F, 2",
    "❤, 1",
    "1\uFE0F\u20E3, 2",
    "שלום, 4",
    "a\u200bb, 2",
    "a🥒b日c, 7",
  })
  void areCountedAsATerminalShowsThem(String text, int columns) {
    assertThat(TextColumns.count(text, 100)).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({"abc, 3, 3", "abcd, 3, 4", "abcdefgh, 3, 4", "日本, 3, 4", "日本, 1, 2"})
  void areCountedUpToALimit(String text, int max, int columns) {
    assertThat(TextColumns.count(text, max)).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, 3, abc",
    "abcd, 3, ab…",
    "abcd, 1, …",
    "日本, 4, 日本",
    "日本, 3, 日…",
    "日本, 2, …",
    "日本語, 5, 日本…",
    "日本語, 4, 日…",
    "ab👨\u200d👩\u200d👧cd, 5, ab👨\u200d👩\u200d👧…",
    "ab👨\u200d👩\u200d👧cd, 4, ab…",
    "e\u0301e\u0301e\u0301, 2, e\u0301…",
    "🇩🇪🇫🇷🇮🇹, 5, 🇩🇪🇫🇷…",
  })
  void areCutBetweenWhatIsShownAsOneCharacter(String text, int max, String cut) {
    assertThat(TextColumns.cut(text, max, "…")).isEqualTo(cut);
    assertThat(TextColumns.count(cut, 100)).isLessThanOrEqualTo(max);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0301", "\u200b"})
  void marksWithoutAColumnAreCutToo(String part) {
    assertThat(TextColumns.cut("a" + part.repeat(1000), 2, "…"))
        .startsWith("a" + part)
        .endsWith("…")
        .hasSizeLessThan(2 * 64 + 2);
  }

  /** The search does not start anew for each character. */
  @ParameterizedTest
  @ValueSource(strings = {"日", "🥒", "e\u0301", "👨\u200d👩\u200d", "\u0301", "\u200d", "\uD83E"})
  void ofAVeryLongTextAreSoonCounted(String part) {
    String text = part.repeat(300_000);

    assertThat(TextColumns.count(text, Integer.MAX_VALUE - 1)).isBetween(0, 600_000);
    assertThat(TextColumns.cut("x" + text, 2, "…").length()).isGreaterThan(0);
  }

  @Test
  void ofAMarkThatCombinesWithNothingAreNone() {
    assertThat(TextColumns.count("\u0301", 10)).isZero();
  }
}
