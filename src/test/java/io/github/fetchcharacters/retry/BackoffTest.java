package io.github.fetchcharacters.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  private static final double ALMOST_ONE = Math.nextDown(1.0);

  @ParameterizedTest(name = "base {0}, cap {1}: attempt {2} with chance {3} waits {4}")
  @CsvSource({
    "PT0.2S, PT30S, 1, 0.5, PT0.1S",
    "PT0.2S, PT30S, 2, 0.5, PT0.2S",
    "PT0.2S, PT30S, 3, 0.5, PT0.4S",
    "PT0.2S, PT30S, 8, 0.5, PT12.8S",
    "PT0.2S, PT30S, 3, 0.25, PT0.2S",
    "PT0.2S, PT30S, 3, 0, PT0S",
    // The cap bounds what is drawn from, not what was drawn.
    "PT0.2S, PT30S, 9, 0.5, PT15S",
    "PT0.2S, PT0.8S, 3, 0.5, PT0.4S",
    "PT0.2S, PT0.1S, 1, 0.5, PT0.05S",
    "PT0.2S, PT0S, 5, 0.5, PT0S",
    "PT0S, PT30S, 1, 0.5, PT0S",
    "PT0S, PT30S, 1000, 0.5, PT0S",
    "PT0.000000001S, PT30S, 2, 0.5, PT0.000000001S",
  })
  void drawsEvenlyFromZeroToTheDoubledBase(
      Duration base, Duration cap, int attempt, double chance, Duration wait) {
    assertThat(new Backoff(base, cap).delay(attempt, chance)).isEqualTo(wait);
  }

  @ParameterizedTest
  @CsvSource({"62", "63", "64", "65", "66", "1000", "2147483647"})
  void staysAtTheCapWhereDoublingOverflows(int attempt) {
    Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(30));

    assertThat(backoff.delay(attempt, 0.5)).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void reachesEvenALongCapFromANanosecond() {
    Backoff backoff = new Backoff(Duration.ofNanos(1), Duration.ofDays(36_500));

    assertThat(backoff.delay(1000, 0.5)).isEqualTo(Duration.ofDays(18_250));
  }

  @Test
  void neverPassesItsBound() {
    Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(30));

    assertThat(backoff.delay(1, ALMOST_ONE)).isLessThanOrEqualTo(Duration.ofMillis(200));
    assertThat(backoff.delay(1000, ALMOST_ONE))
        .isBetween(Duration.ofMillis(29_999), Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({"PT-0.001S, PT1S", "PT1S, PT-0.001S"})
  void refusesNegativeDurations(Duration base, Duration cap) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(base, cap))
        .withMessageContaining("not negative");
  }
}
