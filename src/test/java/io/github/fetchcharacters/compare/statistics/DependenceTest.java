package io.github.fetchcharacters.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ratio is held against numpy's; the shares come from seeded simulations. */
class DependenceTest {

  private static final int COMPARISONS = 2000;

  /** In how many comparisons one mode at least is found to depend on the round before. */
  private static double shareFound(
      int modes, int rounds, double share, ToDoubleFunction<SplittableRandom> noise) {
    SplittableRandom random = new SplittableRandom(7);
    int found = 0;
    for (int comparison = 0; comparison < COMPARISONS; comparison++) {
      boolean any = false;
      for (int mode = 0; mode < modes; mode++) {
        any |= Dependence.of(times(rounds, share, random, noise)).isSignificant(modes);
      }
      found += any ? 1 : 0;
    }
    return (double) found / COMPARISONS;
  }

  /** Each keeps a share of the one before. */
  private static double[] times(
      int rounds, double share, SplittableRandom random, ToDoubleFunction<SplittableRandom> noise) {
    double[] times = new double[rounds];
    double before = noise.applyAsDouble(random) / Math.sqrt(1 - share * share);
    for (int round = 0; round < rounds; round++) {
      before = share * before + noise.applyAsDouble(random);
      times[round] = before;
    }
    return times;
  }

  /** Sums of twelve are near to normal. */
  private static double normal(SplittableRandom random) {
    return random.doubles(12).sum() - 6;
  }

  /** Most are short, a few very long: as times in a network are. */
  private static double skewed(SplittableRandom random) {
    return Math.exp(2 * normal(random));
  }

  @ParameterizedTest(name = "{0} modes, {1} rounds")
  @CsvSource({"1, 10", "1, 50", "3, 20", "12, 30"})
  void independentRoundsAreFoundToDependInOneOfFiftyComparisonsAtMost(int modes, int rounds) {
    // Of 2000 draws at 2 %, 2.9 % lie almost three standard deviations away.
    assertThat(shareFound(modes, rounds, 0, DependenceTest::normal)).isLessThan(0.029);
    assertThat(shareFound(modes, rounds, 0, DependenceTest::skewed)).isLessThan(0.029);
  }

  @Test
  void theChanceIsUsedAndNotFarBelow() {
    assertThat(shareFound(1, 50, 0, DependenceTest::normal)).isGreaterThan(0.012);
  }

  @Test
  void roundsThatKeepMostOfTheOneBeforeAreFoundToDepend() {
    assertThat(shareFound(1, 30, 0.7, DependenceTest::normal)).isGreaterThan(0.85);
    assertThat(shareFound(3, 50, 0.7, DependenceTest::skewed)).isGreaterThan(0.85);
  }

  @Test
  void neighboursThatAreAlikeHaveASmallRatio() {
    Dependence dependence = Dependence.of(81, 80, 78, 79, 83, 88, 90, 89, 87, 84, 80, 77);

    assertThat(dependence.ratio()).isCloseTo(0.4842105, within(1e-6));
    assertThat(dependence.correlation()).isCloseTo(0.7578947, within(1e-6));
    assertThat(dependence.isSignificant(3)).isTrue();
    assertThat(dependence.isSignificant(1000)).as("one of very many").isFalse();
  }

  @Test
  void neighboursThatAreUnlikeDoNoHarm() {
    assertThat(Dependence.of(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2).isSignificant(1)).isFalse();
  }

  @Test
  void tooFewOrEqualTimesSayNothing() {
    assertThat(Dependence.of(1, 2, 3, 4, 5, 6, 7, 8, 9).ratio()).isEqualTo(2);
    assertThat(Dependence.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ratio()).isLessThan(0.2);
    assertThat(Dependence.of(new double[20])).isEqualTo(new Dependence(2, 20));
    assertThat(Dependence.of(new double[20]).isSignificant(1)).isFalse();
  }
}
