package io.github.fetchcharacters.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fetchcharacters.model.RateLimit;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DemoSettingsTest {
  private static final DemoSettings DEFAULTS = DemoSettings.defaults();

  @Test
  void changesTheValueItNamesAndNoOther() {
    RateLimit limit = new RateLimit(7, Duration.ofMinutes(1));

    DemoSettings changed =
        DEFAULTS
            .withPort(1)
            .withLatency(Duration.ofMillis(2))
            .withJitter(Duration.ofMillis(3))
            .withCharacters(4)
            .withSeed(5)
            .withErrorRate(0.25)
            .withResetRate(0.5)
            .withRateLimit(limit)
            .withRetryAfter(Duration.ofSeconds(6));

    assertThat(changed)
        .isEqualTo(
            new DemoSettings(
                1,
                Duration.ofMillis(2),
                Duration.ofMillis(3),
                4,
                5,
                0.25,
                0.5,
                limit,
                Duration.ofSeconds(6)));
  }

  @Test
  void startsLikeThePublicApi() {
    assertThat(DEFAULTS)
        .isEqualTo(
            new DemoSettings(0, Duration.ofMillis(200), Duration.ZERO, 826, 42, 0, 0, null, null));
  }

  @ParameterizedTest
  @MethodSource("outOfRange")
  void refusesWhatIsOutOfRangeAndNamesIt(UnaryOperator<DemoSettings> change, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.apply(DEFAULTS))
        .withMessage(message);
  }

  static Stream<Arguments> outOfRange() {
    Duration negative = Duration.ofMillis(-1);
    return Stream.of(
        refused(it -> it.withPort(-1), "port must be 0 to 65535, not -1"),
        refused(it -> it.withPort(65536), "port must be 0 to 65535, not 65536"),
        refused(it -> it.withLatency(negative), "latency must be 0 to 24 h, not PT-0.001S"),
        refused(it -> it.withLatency(Duration.ofDays(2)), "latency must be 0 to 24 h, not PT48H"),
        refused(it -> it.withJitter(negative), "jitter must be 0 to 24 h, not PT-0.001S"),
        refused(it -> it.withCharacters(0), "characters must be at least 1, not 0"),
        refused(it -> it.withErrorRate(-0.5), "error rate must be 0 to 1, not -0.5"),
        refused(it -> it.withErrorRate(Double.NaN), "error rate must be 0 to 1, not NaN"),
        refused(it -> it.withResetRate(1.5), "reset rate must be 0 to 1, not 1.5"),
        refused(
            it -> it.withErrorRate(0.75).withResetRate(0.5),
            "error rate and reset rate together must be at most 1, not 1.25"),
        refused(it -> it.withRetryAfter(negative), "retry after must be 0 to 24 h, not PT-0.001S"));
  }

  @Test
  void refusesARateLimitOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RateLimit(0, Duration.ofSeconds(1)))
        .withMessage("rate limit must be at least 1 request, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RateLimit(1, Duration.ZERO))
        .withMessage("rate limit must be per 1 ns to 24 h, not per PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RateLimit(1, Duration.ofDays(2)))
        .withMessage("rate limit must be per 1 ns to 24 h, not per PT48H");
  }

  private static Arguments refused(UnaryOperator<DemoSettings> change, String message) {
    return Arguments.of(change, message);
  }
}
