package io.github.fetchcharacters.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against scipy 1.17.1, {@code stats.t.ppf(0.975, degrees)}. */
class StudentTTest {

  @ParameterizedTest
  @CsvSource({
    "1, 12.706205",
    "4, 2.776445",
    "9, 2.262157",
    "10, 2.228139",
    "11, 2.200985",
    "29, 2.045230",
    "49, 2.009575",
    "1000, 1.962339"
  })
  void theQuantiles(int degrees, double quantile) {
    assertThat(StudentT.quantile(degrees)).isCloseTo(quantile, within(5e-4));
  }

  @ParameterizedTest
  @CsvSource({"2, 9.1681", "10, 1.2166", "50, 1.0357"})
  void fewValuesWidenTheInterval(int values, double widening) {
    assertThat(StudentT.widening(values)).isCloseTo(widening, within(5e-4));
  }
}
