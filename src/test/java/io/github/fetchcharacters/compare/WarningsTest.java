package io.github.fetchcharacters.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.compare.statistics.Trend;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each threshold just below, at and just above its edge. */
class WarningsTest {

  private static final Counts COUNTS = new Counts(3, 0, 0, 0L, "HTTP/2");

  private static Series series(double cpuShare, Counts counts, double... seconds) {
    return new Series(Parameters.of("async"), List.of(), Turns.of(counts, cpuShare, seconds));
  }

  private static List<String> warnings(Series series, int cores) {
    return Warnings.of(new Comparison(3, "async", List.of(series)), cores, false);
  }

  private static List<String> warnings(double... seconds) {
    return warnings(series(0.1, COUNTS, seconds), 2);
  }

  @Test
  void oneRetryAndOneConnectionAreEnough() {
    assertThat(warnings(series(0.1, new Counts(3, 0, 0, 0L, "HTTP/2"), 1, 1), 2)).isEmpty();
    assertThat(warnings(series(0.1, new Counts(3, 1, 0, 0L, "HTTP/2"), 1, 1), 2))
        .singleElement()
        .asString()
        .startsWith("attempts were repeated (async 2)");
    assertThat(warnings(series(0.1, new Counts(3, 0, 0, 1L, "HTTP/2"), 1, 1), 2))
        .singleElement()
        .asString()
        .startsWith("connections were opened in counted rounds (async in 2 of 2)");
  }

  /**
   * Times of 0.97 to 1.03 whose median absolute deviation is 0.02: ten of 1.4826 × 0.02 is 0.297.
   */
  @Test
  void aFirstRoundIsFarFromTenDeviationsOn() {
    assertThat(warnings(1.296, 0.97, 0.98, 1, 1, 1.02, 1.03)).isEmpty();
    assertThat(warnings(1.298, 0.97, 0.98, 1, 1, 1.02, 1.03))
        .singleElement()
        .asString()
        .startsWith("the first round was far above the median (async 1.298 s, not 1.000 s)");
  }

  /** Where at least half are equal, any deviation is infinitely many. */
  @Test
  void aFirstRoundMattersFromATenthAboveTheMedianOn() {
    assertThat(warnings(1.099, 1, 1, 1, 1)).isEmpty();
    assertThat(warnings(1.1, 1, 1, 1, 1)).as("the edge itself").isEmpty();
    assertThat(warnings(1.101, 1, 1, 1, 1)).hasSize(1);
  }

  /** Two times of 1 ± d have a mean of 1 and a deviation of d √2. */
  @Test
  void aSpreadIsWideFromAFifthOfTheMeanOn() {
    assertThat(warnings(1 - 0.1414, 1 + 0.1414)).isEmpty();
    assertThat(warnings(1 - 0.1415, 1 + 0.1415))
        .singleElement()
        .asString()
        .startsWith("the times spread widely (coefficient of variation: async 20 %)");
    assertThat(warnings(series(0.1, COUNTS, 4, 6, 4, 6, 5), 2)).as("exactly 0.2").isEmpty();
  }

  @Test
  void aProcessIsBusyFromFourFifthsOfAllCoresOn() {
    assertThat(warnings(series(0.799, COUNTS, 1), 1)).isEmpty();
    assertThat(warnings(series(0.8, COUNTS, 1), 1)).as("the edge itself").isEmpty();
    assertThat(warnings(series(0.801, COUNTS, 1), 1))
        .singleElement()
        .asString()
        .startsWith("the process kept most of its core busy (async 0.8)");
    assertThat(warnings(series(3.2, COUNTS, 1), 4)).isEmpty();
    assertThat(warnings(series(3.21, COUNTS, 1), 4))
        .singleElement()
        .asString()
        .startsWith("the process kept most of its 4 cores busy (async 3.2)");
  }

  /** Eight that rise by one each: a correlation of 1, times √7 above the threshold. */
  @Test
  void aDriftMattersFromATwentiethOfTheFirstHalfOnAndFromEightRoundsOn() {
    assertThat(warnings(rising(8, 0.0124))).isEmpty();
    assertThat(warnings(rising(8, 0.0130)))
        .singleElement()
        .asString()
        .startsWith("the times drift from round to round (async +5 %");
    assertThat(warnings(rising(7, 0.0300))).isEmpty();
  }

  /** From 1 on. */
  private static double[] rising(int rounds, double step) {
    double[] times = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      times[round] = 1 + step * round;
    }
    return times;
  }

  /** Ranks 8, 6, 7, 5, 4, 2, 3, 1 correlate with their place by −80 ÷ 84. */
  @Test
  void aDriftNeedsACorrelationThatIsRare() {
    assertThat(Trend.of(1, 3, 2, 4, 5, 7, 6, 8).isSignificant()).as("0.952 × √7 = 2.52").isFalse();
    assertThat(Trend.of(1, 2, 3, 4, 5, 7, 6, 8).isSignificant()).as("0.976 × √7 = 2.58").isTrue();
  }

  /** Up and down in waves of ten rounds, about 1. */
  private static double[] waves(double height) {
    double[] times = new double[40];
    for (int round = 0; round < times.length; round++) {
      times[round] = 1 + height * Math.sin(round * Math.PI / 5);
    }
    return times;
  }

  @Test
  void timesThatDependOnTheRoundBeforeAreWarnedOf() {
    assertThat(warnings(waves(0.05)))
        .containsExactly(
            "the times depend on those of the round before (correlation: async 0.8): the intervals"
                + " may be too narrow; believe a difference that a second run on a quieter machine"
                + " shows again");
  }

  /** Forty times of a wave of height h have a deviation of h ÷ √2 × √(40 ÷ 39). */
  @Test
  void aDependenceMattersFromASpreadOfAHundredthOn() {
    assertThat(warnings(waves(0.0138))).isEmpty();
    assertThat(warnings(waves(0.0141))).hasSize(1);
  }

  @Test
  void aDriftIsNoDependenceBeside() {
    assertThat(warnings(rising(20, 0.02))).singleElement().asString().startsWith("the times drift");
  }

  /** 2.4 standard deviations: beyond 2 % of a normal distribution, not beyond 2 % ÷ 30. */
  @Test
  void manyModesShareTheChanceOfBeingWrong() {
    double[] times = {81, 80, 78, 79, 83, 88, 90, 89, 87, 82.5, 84, 77};
    List<Series> many = new ArrayList<>();
    for (int mode = 0; mode < 30; mode++) {
      many.add(new Series(Parameters.of("m" + mode), List.of(), series(0, COUNTS, times).turns()));
    }

    assertThat(warnings(times)).hasSize(1);
    assertThat(Warnings.of(new Comparison(3, "m0", many), 2, false)).isEmpty();
  }
}
