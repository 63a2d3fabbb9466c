package io.github.fetchcharacters.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTest {

  private static final long MS = 1_000_000;

  private static final Bar FIRST = new Bar("1", 1, 0, 0, 200 * MS, "200", true);
  private static final Bar BROKEN = new Bar("10", 1, 10 * MS, 10 * MS, 110 * MS, "503", false);
  private static final Bar AGAIN = new Bar("10", 2, 110 * MS, 200 * MS, 400 * MS, "200", true);

  private static Timeline timeline(Bar... attempts) {
    return new Timeline(List.of(attempts), 0, List.of(), 400 * MS);
  }

  @Test
  void drawsABarForEachAttemptAndTheWaitBeforeARepeatedOne() {
    assertThat(new Waterfall(57, true, false).lines(timeline(FIRST, BROKEN, AGAIN), ""))
        .containsExactly(
            "id  status   ms  0                                0.400 s",
            " 1  200     200  ████████████████████",
            "10  503     100   ▒▒▒▒▒▒▒▒▒▒",
            "10  200     200             ·········████████████████████");
  }

  @Test
  void drawsPlainAsciiWhereTheTerminalHasNoMore() {
    List<String> lines =
        new Waterfall(71, false, false)
            .lines(timeline(FIRST, BROKEN, AGAIN, attempt("a label that is far too long")), "");
    assertThat(lines).contains("               1  200     200  ####################");
    assertThat(String.join("", lines)).isASCII().contains("x").contains("..").contains("~");
  }

  private static Bar attempt(String label) {
    return new Bar(label, 1, 0, 0, MS, "200", true);
  }

  @Test
  void marksAnAnswerFromTheCacheOnce() {
    Bar cached = new Bar("2", 1, 100 * MS, 100 * MS, 100 * MS, Bar.CACHED, true);

    assertThat(new Waterfall(57, true, false).lines(timeline(FIRST, cached), ""))
        .endsWith(" 2  cached    0            ◆");
    assertThat(new Waterfall(57, false, true).lines(timeline(FIRST, cached), "").get(2))
        .endsWith(" \u001B[36mc\u001B[0m");
  }

  @Test
  void coloursTheBarsAlone() {
    assertThat(new Waterfall(57, true, true).lines(timeline(FIRST, AGAIN), ""))
        .containsExactly(
            "id  status   ms  0                                0.400 s",
            " 1  200     200  \u001B[32m████████████████████\u001B[0m",
            "10  200     200             \u001B[2m·········\u001B[0m"
                + "\u001B[32m████████████████████\u001B[0m");
  }

  @Test
  void fillsTheTerminalAndNoMore() {
    for (int width : new int[] {40, 80, 133}) {
      List<String> lines = new Waterfall(width, true, false).lines(timeline(FIRST, AGAIN), "");
      assertThat(lines).first().asString().hasSize(width);
      assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
      assertThat(lines).last().asString().hasSize(width);
    }
  }

  @Test
  void noRowWrapsAtAnyWidth() {
    Timeline timeline =
        new Timeline(
            List.of(FIRST, BROKEN, attempt("a long label")), 998, List.of(AGAIN), 400 * MS);
    for (int width = 1; width < 100; width++) {
      int max = width;
      assertThat(new Waterfall(width, true, false).lines(timeline, " (advice)"))
          .hasSize(6)
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(max));
    }
  }

  @Test
  void columnsGiveWayToTheChartWhereTheTerminalIsNarrow() {
    assertThat(new Waterfall(22, true, false).lines(timeline(FIRST), ""))
        .containsExactly("id  status  0  0.400 s", " 1  200     █████");
    assertThat(new Waterfall(16, true, false).lines(timeline(FIRST), ""))
        .containsExactly("id  0    0.400 s", " 1  ██████");
    assertThat(new Waterfall(5, true, false).lines(timeline(FIRST), ""))
        .containsExactly("0", "███");
  }

  @Test
  void tellsHowManyAreLeftOutInTheMiddle() {
    Timeline timeline = new Timeline(List.of(FIRST), 998, List.of(AGAIN), 400 * MS);
    assertThat(new Waterfall(57, true, false).lines(timeline, ""))
        .hasSize(4)
        .contains("… 998 more");
    assertThat(new Waterfall(57, false, false).lines(timeline, "")).contains("~ 998 more");
  }

  @Test
  void anAttemptOfNoTimeIsSeen() {
    Bar refused = new Bar("7", 1, 400 * MS, 400 * MS, 400 * MS, "refused", false);
    assertThat(new Waterfall(57, true, false).lines(timeline(refused), ""))
        .last()
        .asString()
        .hasSize(57)
        .endsWith(" ▒");
  }

  @Test
  void nothingIsDrawnOfNothing() {
    assertThat(new Waterfall(57, true, false).lines(timeline(), "")).isEmpty();
  }
}
