package io.github.fetchcharacters.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DurationsTest {

  private static final long MS = 1_000_000;

  private final Durations durations = new Durations();

  private void addMillis(long from, long to) {
    for (long millis = from; millis <= to; millis++) {
      durations.add(millis * MS);
    }
  }

  /** The shares of 1 to 100 as R's quantile() has them, type 7. */
  @Test
  void percentilesLieBetweenTheDurationsByTheirDistance() {
    addMillis(1, 100);
    assertThat(durations.count()).isEqualTo(100);
    assertThat(durations.quantile(0.5)).isCloseTo(0.0505, within(1e-12));
    assertThat(durations.quantile(0.95)).isCloseTo(0.09505, within(1e-12));
    assertThat(durations.quantile(0.99)).isCloseTo(0.09901, within(1e-12));
    assertThat(durations.quantile(1)).isEqualTo(0.1);
    assertThat(durations.max()).isEqualTo(0.1);
  }

  @Test
  void nothingIsKnownOfNone() {
    assertThat(durations.count()).isZero();
    assertThat(durations.max()).isNaN();
    assertThat(durations.quantile(0.5)).isNaN();
    assertThat(durations.sample()).isEmpty();
  }

  @Test
  void tenThousandAreKeptAsTheyAre() {
    addMillis(1, 10_000);
    assertThat(durations.sample()).hasSize(10_000);
    assertThat(Arrays.stream(durations.sample()).sum()).isCloseTo(50_005, within(1e-6));
  }

  /**
   * Of 100,000 equally spread ones the sample's quantiles are as near as a random sample's: 4
   * standard errors, √(p (1 − p) ÷ 10,000), of 100 s.
   */
  @Test
  void ofMoreARandomSampleIsKeptAndTheLongest() {
    durations.add(1000_000 * MS);
    addMillis(1, 100_000);
    assertThat(durations.count()).isEqualTo(100_001);
    assertThat(durations.sample()).hasSize(10_000);
    assertThat(durations.quantile(0.5)).isCloseTo(50, within(2.0));
    assertThat(durations.quantile(0.95)).isCloseTo(95, within(0.88));
    assertThat(durations.quantile(0.99)).isCloseTo(99, within(0.4));
    assertThat(durations.max()).isEqualTo(1000);
  }
}
