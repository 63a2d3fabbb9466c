package io.github.fetchcharacters.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fetchcharacters.compare.statistics.Ratio;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Counts COUNTS = new Counts(3, 0, 0, 0L, "HTTP/2");

  private static Series series(String mode, double... seconds) {
    return new Series(Parameters.of(mode), List.of(), Turns.of(COUNTS, 0.1, seconds));
  }

  private static List<String> warnings(Series series) {
    return Warnings.of(new Comparison(3, series.mode(), List.of(series)), 2, false);
  }

  @Test
  void aFasterAndASlowerModeAreToldInWords() {
    Comparison comparison =
        new Comparison(
            3,
            "sync",
            List.of(series("sync", 5.9, 6.1), series("async", 2, 2), series("batch", 12, 12)));
    assertThat(comparison.sentences())
        .containsExactly(
            "async fetched 3 characters 3.00 times faster than sync (95 %: 2.57 to 3.49)",
            "batch fetched 3 characters 2.00 times slower than sync (95 %: 1.72 to 2.33)");
  }

  @Test
  void aDifferenceThatTheRoundsDoNotShowIsNone() {
    Series same = series("async", 2, 4, 3);
    Comparison comparison =
        new Comparison(3, "sync", List.of(series("sync", 4, 2, 3), same, series("twin", 4, 2, 3)));

    assertThat(comparison.sentences())
        .containsExactly(
            "no difference found between async and sync (95 %: 0.16 to 6.45)",
            "no difference found between twin and sync (95 %: 1.00 to 1.00)");
    assertThat(comparison.speedUp(same).coversOne()).isTrue();
  }

  @Test
  void theSpeedUpOfASlowerModeIsBelowOne() {
    Series slow = series("batch", 12, 12);
    Comparison comparison = new Comparison(1, "sync", List.of(series("sync", 6, 6), slow));
    assertThat(comparison.speedUp(slow)).isEqualTo(new Ratio(0.5, 0.5, 0.5));
  }

  @Test
  void oneRoundHasNoInterval() {
    Comparison comparison =
        new Comparison(1, "sync", List.of(series("sync", 6), series("async", 2)));
    assertThat(comparison.sentences())
        .containsExactly("async fetched 1 character 3.00 times faster than sync");
  }

  @Test
  void equalTimesOfOneRoundAreNotSlower() {
    assertThat(
            new Comparison(1, "sync", List.of(series("sync", 2), series("async", 2))).sentences())
        .containsExactly("async fetched 1 character 1.00 times faster than sync");
  }

  @Test
  void aReferenceThatWasNotMeasuredIsRefused() {
    assertThatThrownBy(() -> new Comparison(1, "sync", List.of(series("async", 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSeriesAddsUpItsTurns() {
    Series series =
        new Series(
            Parameters.of("async"),
            List.of(Turns.of(1, 1, 9, 9, 0, new Counts(3, 7, 9, 3L, "HTTP/2"))),
            List.of(
                Turns.of(1, 1, 1, 0.25, 0, new Counts(3, 0, 4, 0L, "HTTP/2")),
                Turns.of(2, 1, 3, 0.75, 0, new Counts(5, 2, 1, 1L, "HTTP/1.1")),
                Turns.of(3, 1, 2, 0.5, 0, new Counts(3, 0, 0, 0L, "HTTP/2"))));
    assertThat(series.cpuUse()).isEqualTo(0.25);
    assertThat(series.requests()).isEqualTo(3);
    assertThat(series.retries()).isEqualTo(2);
    assertThat(series.resent()).isEqualTo(5);
    assertThat(series.connections()).as("of the warm-up none").isEqualTo(1);
    assertThat(series.protocol()).isEqualTo("HTTP/2");
    assertThat(series.typical().round()).isEqualTo(3);
  }

  @Test
  void connectionsThatOneTurnDoesNotTellAreUnknown() {
    Counts unknown = new Counts(3, 0, 0, null, "HTTP/1.1");
    Series series =
        new Series(
            Parameters.of("sync"),
            List.of(),
            List.of(Turns.of(1, 1, 1, 0, 0, COUNTS), Turns.of(2, 1, 1, 0, 0, unknown)));
    assertThat(series.connections()).isNull();
  }

  @Test
  void steadyTimesGiveNoWarning() {
    assertThat(warnings(series("sync", 1.00, 1.01, 0.99, 1.02))).isEmpty();
  }

  @Test
  void repeatedAttemptsAreWarnedOf() {
    Turn turn = Turns.of(1, 1, 1, 0.1, 0, new Counts(4, 1, 0, 0L, "HTTP/2"));
    assertThat(warnings(new Series(Parameters.of("sync"), List.of(), List.of(turn))))
        .containsExactly(
            "attempts were repeated (sync 1): the times hold the failed ones and the waits before"
                + " the next");
  }

  @Test
  void aSlowFirstRoundIsWarnedOfButNotAFastOneOrALaterOne() {
    assertThat(warnings(series("sync", 1.15, 1.00, 1.01, 0.99, 1.00)))
        .containsExactly(
            "the first round was far above the median (sync 1.150 s, not 1.000 s): more warm-up"
                + " rounds (--warmup) may help");
    assertThat(warnings(series("sync", 0.85, 1.00, 1.01, 0.99, 1.00))).isEmpty();
    assertThat(warnings(series("sync", 1.00, 1.15, 1.01, 0.99, 1.00))).isEmpty();
    assertThat(warnings(series("sync", 1.05, 1.000, 1.000, 1.000, 1.000)))
        .as("slightly above")
        .isEmpty();
  }

  @Test
  void aWideSpreadIsWarnedOf() {
    // Mean 3, standard deviation √2.5.
    assertThat(warnings(series("async", 1, 2, 3, 4, 5)))
        .containsExactly(
            "the times spread widely (coefficient of variation: async 53 %): more rounds (--runs)"
                + " or a quieter machine may help");
  }

  @Test
  void aBusyProcessorIsWarnedOf() {
    Turn turn = Turns.of(1, 1, 1, 1.7, 0, COUNTS);
    assertThat(warnings(new Series(Parameters.of("async"), List.of(), List.of(turn))))
        .containsExactly(
            "the process kept most of its 2 cores busy (async 1.7): the times may hold waits for"
                + " the processor, not for the server");
  }

  @Test
  void oneSentenceIsForAllModesWithTheSameTrouble() {
    Turn turn = Turns.of(1, 1, 1, 0.1, 0, new Counts(4, 2, 0, 3L, "HTTP/2"));
    Series sync = new Series(Parameters.of("sync"), List.of(), List.of(turn, turn));
    Series async = new Series(Parameters.of("async"), List.of(), List.of(turn, turn));
    Comparison comparison = new Comparison(3, "sync", List.of(sync, async));

    assertThat(Warnings.of(comparison, 2, false))
        .containsExactly(
            "attempts were repeated (sync 4, async 4): the times hold the failed ones and the waits"
                + " before the next",
            "connections were opened in counted rounds (sync in 2 of 2, async in 2 of 2): the times"
                + " hold the opening");
    assertThat(Warnings.of(comparison, 2, true)).hasSize(1);
  }

  @Test
  void aDriftIsWarnedOf() {
    assertThat(warnings(series("async", 81, 80, 78, 77, 75, 74, 72, 71, 69, 68)))
        .containsExactly(
            "the times drift from round to round (async -9 % from the first half to the second):"
                + " more warm-up rounds (--warmup) or a quieter machine may help");
    assertThat(warnings(series("async", 81, 72, 80, 71, 77, 76, 73, 79, 75, 74))).isEmpty();
    assertThat(warnings(series("async", 81, 80.9, 80.8, 80.7, 80.6, 80.5, 80.4, 80.3, 80.2)))
        .as("a slight one")
        .isEmpty();
    assertThat(warnings(series("async", 9, 8.5, 8, 7.5, 7, 6.5, 6))).as("too few").isEmpty();
  }
}
