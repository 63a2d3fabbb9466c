package io.github.fetchcharacters.demo;

import static io.github.fetchcharacters.demo.SettingsFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fetchcharacters.model.RateLimit;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DemoSettingsTest {
  @Test
  void startsLikeThePublicApi() {
    Duration latency = Duration.ofMillis(200);

    assertThat(DemoSettings.withLatency(latency))
        .isEqualTo(new DemoSettings(0, latency, Duration.ZERO, 826, 42, 0, 0, null, null));
  }

  @ParameterizedTest
  @MethodSource("outOfRange")
  void refusesWhatIsOutOfRangeAndNamesIt(Consumer<SettingsFixture> change, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(change)).withMessage(message);
  }

  static Stream<Arguments> outOfRange() {
    Duration negative = Duration.ofMillis(-1);
    return Stream.of(
        refused(it -> it.port = -1, "port must be 0 to 65535, not -1"),
        refused(it -> it.port = 65536, "port must be 0 to 65535, not 65536"),
        refused(it -> it.latency = negative, "latency must be 0 to 24 h"),
        refused(it -> it.latency = Duration.ofDays(2), "latency must be 0 to 24 h"),
        refused(it -> it.jitter = negative, "jitter must be 0 to 24 h"),
        refused(it -> it.characters = 0, "characters must be at least 1, not 0"),
        refused(it -> it.errorRate = -0.5, "error rate must be 0 to 1, not -0.5"),
        refused(it -> it.errorRate = Double.NaN, "error rate must be 0 to 1, not NaN"),
        refused(it -> it.resetRate = 1.5, "reset rate must be 0 to 1, not 1.5"),
        refused(
            it -> {
              it.errorRate = 0.75;
              it.resetRate = 0.5;
            },
            "error rate and reset rate together must be at most 1, not 1.25"),
        refused(it -> it.retryAfter = negative, "retry after must be 0 to 24 h"));
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

  private static Arguments refused(Consumer<SettingsFixture> change, String message) {
    return Arguments.of(change, message);
  }
}
