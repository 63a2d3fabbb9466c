package io.github.fetchcharacters.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Certified values: NIST Statistical Reference Datasets, univariate summary statistics. Outliers:
 * Iglewicz and Hoaglin (1993), page 11, and the tests of hyperfine's {@code outlier_detection.rs}.
 */
class StatisticsTest {

  private static final double[] MAVRO = {
    2.00180, 2.00170, 2.00180, 2.00190, 2.00180, 2.00170, 2.00150, 2.00140, 2.00150, 2.00150,
    2.00170, 2.00180, 2.00180, 2.00190, 2.00190, 2.00210, 2.00200, 2.00160, 2.00140, 2.00130,
    2.00130, 2.00150, 2.00150, 2.00160, 2.00150, 2.00140, 2.00130, 2.00140, 2.00150, 2.00140,
    2.00150, 2.00160, 2.00150, 2.00160, 2.00190, 2.00200, 2.00200, 2.00210, 2.00220, 2.00230,
    2.00240, 2.00250, 2.00270, 2.00260, 2.00260, 2.00260, 2.00270, 2.00260, 2.00250, 2.00240,
  };

  @Test
  void mavroOfLowerDifficulty() {
    Summary summary = Statistics.summary(MAVRO);
    assertThat(summary.count()).isEqualTo(50);
    assertThat(summary.mean()).isCloseTo(2.00185600000000, within(1e-14));
    assertThat(summary.standardDeviation()).isCloseTo(0.000429123454003053, within(1e-15));
    assertThat(summary.min()).isEqualTo(2.00130);
    assertThat(summary.max()).isEqualTo(2.00270);
    assertThat(summary.median()).isEqualTo(2.00180);
  }

  @Test
  void numAcc1OfLowerDifficulty() {
    Summary summary = Statistics.summary(10000001, 10000003, 10000002);
    assertThat(summary.mean()).isEqualTo(10000002);
    assertThat(summary.standardDeviation()).isEqualTo(1);
    assertThat(summary.median()).isEqualTo(10000002);
  }

  /** The sum ÷ 3 is 0.6066666666666666; the double next to the true mean is one above. */
  @Test
  void theMeanIsRightToTheLastDigit() {
    assertThat(Statistics.summary(0.385, 0.488, 0.947).mean()).isEqualTo(0.6066666666666667);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "NumAcc2 of average difficulty, 1.2, 1.1, 1.3, 1e-15",
    "NumAcc3 of average difficulty, 1000000.2, 1000000.1, 1000000.3, 1e-9",
    "NumAcc4 of higher difficulty, 10000000.2, 10000000.1, 10000000.3, 1e-8",
  })
  void numAcc(String name, double first, double odd, double even, double precision) {
    double[] values = new double[1001];
    values[0] = first;
    for (int i = 1; i < values.length; i++) {
      values[i] = i % 2 == 1 ? odd : even;
    }
    Summary summary = Statistics.summary(values);
    assertThat(summary.mean()).isCloseTo(first, within(precision));
    assertThat(summary.standardDeviation()).isCloseTo(0.1, within(precision));
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
    assertThat(Statistics.summary(4, 1, 3, 2).median()).isEqualTo(2.5);
  }

  @Test
  void oneValueHasNoSpread() {
    Summary summary = Statistics.summary(0.25);
    assertThat(summary).isEqualTo(new Summary(1, 0.25, 0.25, 0.25, 0.25, Double.NaN));
    assertThat(summary.coefficientOfVariation()).isNaN();
  }

  @Test
  void noValuesAreRefused() {
    assertThatThrownBy(() -> Statistics.summary()).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theGivenArrayStaysInItsOrder() {
    double[] values = {3, 1, 2};
    Statistics.summary(values);
    Statistics.modifiedZScore(3, values);
    assertThat(values).containsExactly(3, 1, 2);
  }

  @Test
  void theCoefficientOfVariationIsAShareOfTheMean() {
    assertThat(new Summary(2, 10, 8, 12, 10, 2.5).coefficientOfVariation()).isEqualTo(0.25);
  }

  @Test
  void iglewiczAndHoaglinsExampleHasTwoOutliers() {
    double[] values = {2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3};
    // Median 2.45, median absolute deviation 0.15.
    assertThat(Statistics.modifiedZScore(8.2, values)).isCloseTo(25.856, within(0.001));
    assertThat(Statistics.modifiedZScore(8.3, values)).isCloseTo(26.305, within(0.001));
    assertThat(Statistics.modifiedZScore(2.1, values)).isCloseTo(-1.574, within(0.001));
  }

  @Test
  void whatDiffersFromAllTheOthersIsInfinitelyFar() {
    double[] values = {10, 10, 10, 10, 10, 10, 10, 100};
    assertThat(Statistics.modifiedZScore(100, values)).isPositive().isInfinite();
    assertThat(Statistics.modifiedZScore(10, values)).isZero();
  }

  /** As R has it: {@code quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(0.025, 0.5, 0.975))}. */
  @Test
  void aQuantileLiesBetweenTwoValues() {
    double[] values = {3, 1, 4, 1, 5, 9, 2, 6};

    assertThat(Statistics.quantile(values, 0.025)).isEqualTo(1);
    assertThat(Statistics.quantile(values, 0.5)).isEqualTo(3.5);
    assertThat(Statistics.quantile(values, 0.975)).isCloseTo(8.475, within(1e-12));
    assertThat(Statistics.quantile(values, 0)).isEqualTo(1);
    assertThat(Statistics.quantile(values, 1)).isEqualTo(9);
    assertThat(values).containsExactly(3, 1, 4, 1, 5, 9, 2, 6);
  }
}
