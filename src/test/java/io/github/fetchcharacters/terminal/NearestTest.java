package io.github.fetchcharacters.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> KNOWN =
      List.of("sync", "async", "threads", "timeout", "connect-timeout", "concurrency");

  @ParameterizedTest
  @CsvSource({
    "asinc, async",
    "syn, sync",
    "SYNC, sync",
    "snyc, sync",
    "thread, threads",
    "tmieout, timeout",
    "tiemuot, timeout",
    "conc, concurrency",
    "connect_timeout, connect-timeout",
    "fast,",
    "co,",
    "'',",
    "x,",
  })
  void isTheWordOfFewestChangesElseTheOneThatBeginsSo(String word, String nearest) {
    assertThat(Nearest.to(word, KNOWN)).isEqualTo(nearest);
  }
}
