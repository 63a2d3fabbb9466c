package io.github.fetchcharacters.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mode makes of a plan. */
class ModeTest {

  private static final Plan PLAN = new Plan(7, 30, true);

  @ParameterizedTest
  @CsvSource({
    "SYNC, sync, 1, 1",
    "ASYNC, async, 7, 1",
    "THREADS, threads, 7, 1",
    "BATCH, batch, 7, 30"
  })
  void hasANameRequestsInFlightAndIdsInEach(
      Mode mode, String name, int concurrency, int idsPerRequest) {
    assertThat(mode).hasToString(name);
    assertThat(mode.concurrency(PLAN)).isEqualTo(concurrency);
    assertThat(mode.idsPerRequest(PLAN)).isEqualTo(idsPerRequest);
  }
}
