package io.github.fetchcharacters.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Held against scipy 1.17.1, {@code stats.bootstrap((a, b), ratio of means, paired=False,
 * method='percentile', n_resamples=200000)}, widened as in {@link PairedBootstrapTest}, by the size
 * of the smaller sample.
 */
class TwoSampleBootstrapTest {

  private static final double[] BEFORE = {
    0.252, 0.261, 0.249, 0.270, 0.255, 0.258, 0.281, 0.251, 0.262, 0.256
  };
  private static final double[] NOW = {0.216, 0.223, 0.214, 0.229, 0.219, 0.221, 0.238, 0.215};

  @Test
  void theIntervalIsThatOfTwoIndependentSamplesOfDifferentSize() {
    double[] now = {0.231, 0.205, 0.226, 0.229, 0.209, 0.230, 0.228, 0.219, 0.216, 0.237};
    Ratio sameSize = TwoSampleBootstrap.ratioOfMeans(BEFORE, now);
    Ratio fewer = TwoSampleBootstrap.ratioOfMeans(BEFORE, NOW);

    assertThat(sameSize.value()).isCloseTo(1.16368, within(1e-5));
    assertThat(sameSize.low()).isCloseTo(1.11719, within(2e-3));
    assertThat(sameSize.high()).isCloseTo(1.21655, within(2e-3));
    assertThat(fewer.value()).isCloseTo(1.16958, within(1e-5));
    assertThat(fewer.low()).isCloseTo(1.12177, within(2e-3));
    assertThat(fewer.high()).isCloseTo(1.21926, within(2e-3));
  }

  @Test
  void itIsWiderThanThatOfPairsWhichAreSlowTogether() {
    double[] together = new double[BEFORE.length];
    for (int round = 0; round < together.length; round++) {
      together[round] = 0.85 * BEFORE[round];
    }

    assertThat(TwoSampleBootstrap.ratioOfMeans(BEFORE, together).relativeWidth())
        .isGreaterThan(0.03);
    assertThat(PairedBootstrap.ratioOfMeans(BEFORE, together).relativeWidth()).isLessThan(1e-9);
  }

  @Test
  void theSameTimesGiveTheSameInterval() {
    assertThat(TwoSampleBootstrap.ratioOfMeans(BEFORE, NOW))
        .isEqualTo(TwoSampleBootstrap.ratioOfMeans(BEFORE, NOW));
  }

  @Test
  void oneRoundOnEitherSideHasNone() {
    assertThat(TwoSampleBootstrap.ratioOfMeans(new double[] {6}, new double[] {2, 4}))
        .isEqualTo(new Ratio(2, Double.NaN, Double.NaN));
    assertThat(TwoSampleBootstrap.ratioOfMeans(new double[] {6, 6}, new double[] {2}))
        .isEqualTo(new Ratio(3, Double.NaN, Double.NaN));
  }

  @Test
  void noRoundsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TwoSampleBootstrap.ratioOfMeans(new double[0], NOW));
  }
}
