package io.github.fetchcharacters.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.Reply;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunStatisticsTest {

  private static final URI ANY = URI.create("http://localhost/api/character/1");

  private final RunStatistics statistics = new RunStatistics();

  @Test
  void nothingOfOneTurnIsLeftForTheNext() {
    statistics.fetching(ANY, 1);
    statistics.fetched(ANY, 1, new Reply(503, "HTTP/2", null, null, new byte[0]));
    statistics.retrying(1, new IllegalStateException(), Duration.ZERO);
    assertThat(statistics.inWords()).isEqualTo("1 request, 1 retry, HTTP/2");
    statistics.clear();

    assertThat(statistics.inWords()).isEqualTo("0 requests, 0 retries, no answer");
    assertThat(statistics.protocol()).isEqualTo("no answer");
  }
}
