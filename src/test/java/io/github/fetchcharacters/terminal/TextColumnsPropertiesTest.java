package io.github.fetchcharacters.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Text that is cut fits, and is cut between what is shown as one character. */
class TextColumnsPropertiesTest {

  private static final int ENOUGH = 10_000;

  /** An extended grapheme cluster (Unicode Standard Annex 29), by another reading of the rules. */
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  @Property
  void areNeverMoreThanThereAre(
      @ForAll("anything") String text, @ForAll @IntRange(min = 1, max = 60) int max) {
    assertThat(TextColumns.count(TextColumns.cut(text, max, "…"), ENOUGH)).isLessThanOrEqualTo(max);
  }

  @Property
  void areLeftAloneWhereTheyFitAndElseEndWithTheEllipsis(
      @ForAll("anything") String text, @ForAll @IntRange(min = 1, max = 60) int max) {
    String cut = TextColumns.cut(text, max, "…");

    assertThat(cut.equals(text)).isEqualTo(TextColumns.count(text, ENOUGH) <= max);
    assertThat(text + "…").startsWith(cut.substring(0, cut.length() - (cut.isEmpty() ? 0 : 1)));
    assertThat(cut.equals(text) || cut.endsWith("…")).isTrue();
  }

  @Property
  void areCountedUpToALimit(
      @ForAll("anything") String text, @ForAll @IntRange(min = 0, max = 60) int max) {
    assertThat(TextColumns.count(text, max))
        .isEqualTo(Math.min(TextColumns.count(text, ENOUGH), max + 1));
  }

  @Property
  void areNeverCutWithinOneCharacter(
      @ForAll("clusters") String text, @ForAll @IntRange(min = 1, max = 60) int max) {
    String cut = TextColumns.cut(text, max, "…");

    if (!cut.equals(text)) {
      List<Integer> ends = CLUSTER.matcher(text).results().map(MatchResult::end).toList();
      assertThat(cut.length() - 1).isIn(withZero(ends));
    }
  }

  private static List<Integer> withZero(List<Integer> ends) {
    return Stream.concat(Stream.of(0), ends.stream()).toList();
  }

  @Provide
  Arbitrary<String> clusters() {
    return texts(
        "a",
        "é",
        "e\u0301",
        "e\u0300\u0302",
        "日",
        "한",
        "\u1112\u1161\u11ab",
        "🥒",
        "👍🏽",
        "❤\uFE0F",
        "👨\u200d👩\u200d👧\u200d👦",
        "🏳\uFE0F\u200d🌈",
        "🇩🇪",
        "1\uFE0F\u20E3",
        "ש",
        "𠜎");
  }

  /** Parts of characters, too, and what is none. */
  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.oneOf(
        clusters(),
        texts(
            "a", "\u0301", "\u200d", "\uFE0F", "\u20E3", "👨", "🏽", "\uD83C", "\uDDE9", "🇩", "日"),
        Arbitraries.strings()
            .filter(text -> text.chars().noneMatch(java.lang.Character::isISOControl)));
  }

  private static Arbitrary<String> texts(String... parts) {
    return Arbitraries.of(parts).list().ofMaxSize(60).map(list -> String.join("", list));
  }
}
