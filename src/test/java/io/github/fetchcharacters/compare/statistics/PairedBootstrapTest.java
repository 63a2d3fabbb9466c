package io.github.fetchcharacters.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Held against scipy 1.17.1, {@code stats.bootstrap((a, b), ratio of means, paired=True,
 * method='percentile', n_resamples=200000)}, whose ends are widened on the logarithmic scale by
 * {@code sqrt(n / (n - 1)) * stats.t.ppf(0.975, n - 1) / stats.norm.ppf(0.975)}.
 */
class PairedBootstrapTest {

  private static final double[] THREADS = {
    0.252, 0.261, 0.249, 0.270, 0.255, 0.258, 0.281, 0.251, 0.262, 0.256
  };
  private static final double[] ASYNC = {
    0.216, 0.223, 0.214, 0.229, 0.219, 0.221, 0.238, 0.215, 0.226, 0.217
  };
  private static final double[] UNRELATED = {
    0.231, 0.205, 0.226, 0.229, 0.209, 0.230, 0.228, 0.219, 0.216, 0.237
  };

  @Test
  void roundsThatAreSlowForBothDoNotWidenTheInterval() {
    Ratio ratio = PairedBootstrap.ratioOfMeans(THREADS, ASYNC);

    assertThat(ratio.value()).isCloseTo(1.16997, within(1e-5));
    assertThat(ratio.low()).isCloseTo(1.16469, within(5e-4));
    assertThat(ratio.high()).isCloseTo(1.17548, within(5e-4));
  }

  @Test
  void roundsThatAreSlowForOneDo() {
    Ratio ratio = PairedBootstrap.ratioOfMeans(UNRELATED, ASYNC);

    assertThat(ratio.value()).isCloseTo(1.00541, within(1e-5));
    assertThat(ratio.low()).isCloseTo(0.96460, within(2e-3));
    assertThat(ratio.high()).isCloseTo(1.04697, within(2e-3));
    assertThat(ratio.coversOne()).isTrue();
  }

  @Test
  void theSameTimesGiveTheSameInterval() {
    assertThat(PairedBootstrap.ratioOfMeans(THREADS, UNRELATED))
        .isEqualTo(PairedBootstrap.ratioOfMeans(THREADS, UNRELATED));
  }

  /** Both are drawn from the same distribution: what is found is chance. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 10, 30})
  void oneComparisonInTwentyFindsADifferenceBetweenEquals(int rounds) {
    Random random = new Random(rounds);

    long found =
        Stream.generate(
                () -> PairedBootstrap.ratioOfMeans(times(rounds, random), times(rounds, random)))
            .limit(400)
            .filter(ratio -> !ratio.coversOne())
            .count();

    assertThat(found).as("20 are expected").isBetween(12L, 32L);
  }

  private static double[] times(int count, Random random) {
    return random.doubles(count).map(uniform -> 0.1 - 0.01 * Math.log(uniform)).toArray();
  }

  @Test
  void oneRoundHasNone() {
    Ratio ratio = PairedBootstrap.ratioOfMeans(new double[] {6}, new double[] {2});

    assertThat(ratio.value()).isEqualTo(3);
    assertThat(ratio.hasInterval()).isFalse();
    assertThat(ratio.coversOne()).isFalse();
    assertThat(ratio.relativeWidth()).isNaN();
  }

  @Test
  void otherRoundsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedBootstrap.ratioOfMeans(THREADS, new double[] {1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedBootstrap.ratioOfMeans(new double[0], new double[0]));
  }
}
