package io.github.fetchcharacters.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.model.RateLimit;
import io.github.fetchcharacters.retry.Backoff;
import io.github.fetchcharacters.retry.Pause;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  /** So that the turns of a comparison, each with a client of its own, keep to it together. */
  @Test
  void allClientsOfTheSameSettingsShareTheirRate() {
    ClientSettings settings =
        ClientSettings.of(
            URI.create("http://localhost/api"),
            new HttpSettings(SECOND, SECOND, 1, null, null, List.of()),
            new RetryPolicy(0, new Backoff(SECOND, SECOND), Pause.real(), () -> 0),
            1,
            SECOND,
            new RateLimit(1, Duration.ofHours(1)));

    assertThat(settings.pace().reserve().nanos()).isNotPositive();
    assertThat(settings.with(5).at(URI.create("http://127.0.0.1/api")).pace().reserve().nanos())
        .isGreaterThan(Duration.ofMinutes(30).toNanos());
  }
}
