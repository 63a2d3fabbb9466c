package io.github.fetchcharacters.compare.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.compare.Counts;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Turns;
import io.github.fetchcharacters.compare.statistics.Ratio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private static final Setup SETUP = new Setup(List.of(1L, 2L), Map.of("cores", "2"));

  private static final Counts COUNTS = new Counts(3, 0, 0, 0L, "HTTP/2");

  private static Parameters at(String mode, int concurrency) {
    return new Parameters(mode, OptionalInt.of(concurrency), OptionalInt.empty());
  }

  private static Baseline baseline(Baseline.Earlier... series) {
    return new Baseline("old.json", SETUP, List.of(series));
  }

  private static Baseline.Earlier earlier(String mode, Double... seconds) {
    return new Baseline.Earlier(Parameters.of(mode), "HTTP/2", List.of(seconds));
  }

  private static Series now(Parameters parameters, double... seconds) {
    return new Series(parameters, List.of(), Turns.of(COUNTS, 0, seconds));
  }

  private static Series now(String mode, double... seconds) {
    return now(Parameters.of(mode), seconds);
  }

  @Test
  void aChangeIsSaidWithARatioAboveOneAndItsInterval() {
    Baseline old =
        baseline(earlier("sync", 5.9, 6.1), earlier("async", 2.0, 2.0), earlier("batch", 4., 4.));
    Changes changes =
        old.changes(SETUP, List.of(now("sync", 3, 3), now("async", 3.9, 4.1), now("batch", 4, 4)));

    assertThat(changes.sentences())
        .containsExactly(
            "sync is 2.00 times faster than in old.json (95 %: 1.71 to 2.33)",
            "async is 2.00 times slower than in old.json (95 %: 1.59 to 2.51)",
            "no change found in batch since old.json (95 %: 1.00 to 1.00)");
    assertThat(changes.reasons()).isEmpty();
  }

  @Test
  void aChangeThatTheRoundsDoNotShowIsNone() {
    assertThat(
            baseline(earlier("async", 2., 3., 4.))
                .changes(SETUP, List.of(now("async", 2, 4, 3)))
                .sentences())
        .containsExactly("no change found in async since old.json (95 %: 0.30 to 3.37)");
  }

  @Test
  void oneRoundHasNoInterval() {
    assertThat(
            baseline(earlier("async", 3.)).changes(SETUP, List.of(now("async", 2, 2))).sentences())
        .containsExactly("async is 1.50 times faster than in old.json");
    assertThat(baseline(earlier("async", 3.)).changes(SETUP, List.of(now("async", 3))).sentences())
        .containsExactly("async is 1.00 times faster than in old.json");
  }

  @Test
  void aChangeIsFoundByItsSeries() {
    Series async = now("async", 2, 2);
    Changes changes =
        baseline(earlier("async", 3., 3.)).changes(SETUP, List.of(async, now("sync", 2)));

    assertThat(changes.of(async)).map(Change::speedUp).contains(new Ratio(1.5, 1.5, 1.5));
    assertThat(changes.of(async)).map(Change::before).contains(3.0);
    assertThat(changes.of(now("sync", 2))).isEmpty();
  }

  @Test
  void aModeThatIsNotThereOrHadAnotherProtocolIsNotCompared() {
    Baseline old =
        baseline(
            new Baseline.Earlier(Parameters.of("async"), "HTTP/1.1", List.of(1., 1.)),
            earlier("batch", 1., 1.));
    Changes changes =
        old.changes(SETUP, List.of(now("sync", 1, 1), now("async", 1, 1), now("batch", 1, 1)));

    assertThat(changes.reasons())
        .containsExactly(
            "sync is not in old.json",
            "no comparison of async with old.json: HTTP/1.1 then, HTTP/2 now");
    assertThat(changes.found())
        .extracting(Change::parameters)
        .containsExactly(Parameters.of("batch"));
  }

  @Test
  void eachValueOfASweepIsComparedWithItself() {
    Baseline old =
        baseline(
            new Baseline.Earlier(at("async", 10), "HTTP/2", List.of(3., 3.)),
            new Baseline.Earlier(at("async", 50), "HTTP/2", List.of(1., 1.)));
    Changes changes =
        old.changes(SETUP, List.of(now(at("async", 50), 2, 2), now(at("async", 100), 2, 2)));

    assertThat(changes.sentences())
        .containsExactly(
            "async, 50 at once is 2.00 times slower than in old.json (95 %: 2.00 to 2.00)");
    assertThat(changes.reasons()).containsExactly("async, 100 at once is not in old.json");
  }

  @Test
  void anotherSetupIsNotComparedAndAllThatDiffersIsSaid() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("cores", "4");
    facts.put("--rate", "5/s");
    Setup other = new Setup(List.of(2L, 1L), facts);
    Changes changes =
        baseline(earlier("async", 1., 1.)).changes(other, List.of(now("async", 1, 1)));

    assertThat(changes.found()).isEmpty();
    assertThat(changes.reasons())
        .containsExactly(
            "no comparison with old.json: other ids; cores: 2 then, 4 now; --rate: none then, 5/s now");
  }
}
