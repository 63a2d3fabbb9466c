package io.github.fetchcharacters.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SweepTest {

  private static final OptionalInt NONE = OptionalInt.empty();

  private static final Counts COUNTS = new Counts(20, 0, 0, 0L, "HTTP/2");

  private static Series series(Parameters parameters, double... seconds) {
    return new Series(parameters, List.of(), Turns.of(COUNTS, 0, seconds));
  }

  private static Series at(String mode, int concurrency, double... seconds) {
    return series(new Parameters(mode, OptionalInt.of(concurrency), NONE), seconds);
  }

  /** Six times as many rounds as are given. */
  private static Series often(String mode, int concurrency, double... seconds) {
    double[] all = DoubleStream.generate(() -> 0).limit(6L * seconds.length).toArray();
    Arrays.setAll(all, round -> seconds[round % seconds.length]);
    return at(mode, concurrency, all);
  }

  private static Series sized(OptionalInt concurrency, int ids, double... seconds) {
    return series(new Parameters("batch", concurrency, OptionalInt.of(ids)), seconds);
  }

  private static List<String> sentences(String reference, Series... series) {
    return new Comparison(20, reference, List.of(series)).sentences();
  }

  private static Sweep sweep(Series... series) {
    return Sweep.of(List.of(series)).orElseThrow();
  }

  /** Of one of 20 requests. */
  private static Optional<Double> latency(Series... series) {
    return sweep(series).ideal(20).map(Ideal::latency);
  }

  @Test
  void aModeStopsToGainWhereNoLargerValueIsFaster() {
    assertThat(
            sentences(
                "threads",
                often("threads", 10, 4.0, 4.2),
                often("threads", 50, 2.0, 2.1),
                often("threads", 100, 1.9, 2.2),
                often("threads", 200, 3.0, 3.1)))
        .containsExactly(
            "threads gain nothing beyond 50 at once (1.00, 95 %: 0.97 to 1.03, from 50 to 100) and"
                + " lose at 200");
  }

  @Test
  void aModeMayGainUpToTheLargestValue() {
    assertThat(sentences("async", at("async", 1, 4, 4), at("async", 2, 2, 2)))
        .containsExactly("async still gains at 2 at once (2.00, 95 %: 2.00 to 2.00, from 1 to 2)");
  }

  @Test
  void stepsThatAreTooSmallToSeeAddUp() {
    // No step shows anything by itself; from 1 to 3 all rounds are faster.
    assertThat(
            sentences(
                "async",
                often("async", 1, 4.0, 4.4),
                often("async", 2, 4.1, 4.1),
                often("async", 3, 3.9, 4.2)))
        .containsExactly(
            "async gains nothing beyond 2 at once (1.01, 95 %: 0.99 to 1.03, from 2 to 3)");
  }

  @Test
  void whatTheRoundsLeaveOpenIsNotCalledNothing() {
    assertThat(sentences("threads", often("threads", 1, 4, 5), often("threads", 2, 5, 3)))
        .containsExactly(
            "threads show no clear gain beyond 1 at once (1.13, 95 %: 0.92 to 1.40, from 1 to 2)");
    assertThat(sentences("async", often("async", 1, 4, 5), often("async", 2, 5, 3)))
        .containsExactly(
            "async shows no clear gain beyond 1 at once (1.13, 95 %: 0.92 to 1.40, from 1 to 2)");
  }

  @Test
  void moreMayBeAPureLossFromTheFirstValueOn() {
    assertThat(
            sentences(
                "threads", at("threads", 1, 2, 2), at("threads", 5, 4, 4), at("threads", 10, 5, 5)))
        .containsExactly(
            "threads gain nothing beyond 1 at once (0.50, 95 %: 0.50 to 0.50, from 1 to 5) and lose"
                + " at 5 and 10");
  }

  @Test
  void oneRoundDoesNotShowWhereAModeStopsToGain() {
    assertThat(sentences("async", at("async", 1, 4), at("async", 2, 2))).isEmpty();
  }

  @Test
  void aModeIsComparedWithTheReferenceAtEachValue() {
    assertThat(
            sentences(
                "threads",
                at("threads", 1, 4, 4),
                at("threads", 5, 2, 2),
                at("threads", 10, 2, 2),
                at("async", 1, 4, 4),
                at("async", 5, 1, 1),
                at("async", 10, 4, 4)))
        .startsWith(
            "async against threads: faster with 5 at once (2.00 times); slower with 10 at once"
                + " (2.00 times); no difference found with 1 at once");
    assertThat(
            sentences(
                "sync",
                series(Parameters.of("sync"), 4, 4),
                at("async", 5, 2, 2),
                at("async", 10, 1, 1)))
        .startsWith("async against sync: faster with 5 and 10 at once (2.00 to 4.00 times)");
    assertThat(
            sentences(
                "async",
                series(Parameters.of("sync"), 4, 4),
                at("async", 5, 2, 2),
                at("async", 10, 1, 1)))
        .startsWith(
            "sync fetched 20 characters 2.00 times slower than async, 5 at once (95 %: 2.00 to"
                + " 2.00)");
  }

  /** Which of them, neither the reference's name nor its place among the rows says. */
  @Test
  void ofSeveralBatchSizesOfTheReferenceTheFirstIsNamed() {
    OptionalInt once = OptionalInt.of(1);
    OptionalInt fiveTimes = OptionalInt.of(5);
    Comparison comparison =
        new Comparison(
            20,
            "batch",
            List.of(
                sized(once, 1, 4, 4),
                sized(once, 2, 3, 3),
                sized(fiveTimes, 1, 2, 2),
                sized(fiveTimes, 2, 4, 4),
                at("async", 1, 2, 2),
                at("async", 5, 1, 1)));
    assertThat(comparison.sentences())
        .startsWith(
            "async against batch, 1 id a request: faster with 1 and 5 at once (2.00 to 2.00"
                + " times)");
    assertThat(Notes.of(comparison, false, false))
        .contains("Speed-ups of async are over batch, 1 id a request.");
  }

  @Test
  void theValueOfTheReferenceIsNotedForModesWithoutIt() {
    Series one = at("async", 1, 2, 2);
    Series five = at("async", 5, 1, 1);
    Series sync = series(Parameters.of("sync"), 4, 4);
    assertThat(Notes.of(new Comparison(20, "async", List.of(sync, one, five)), false, false))
        .contains("Speed-ups of sync are over async, 1 at once.");
    assertThat(Notes.of(new Comparison(20, "sync", List.of(sync, one, five)), false, false))
        .noneMatch(note -> note.startsWith("Speed-ups"));
  }

  @Test
  void batchSizesAreCurvesOverTheConcurrencyOrTheAxisItself() {
    Sweep both =
        sweep(
            sized(OptionalInt.of(1), 10, 4, 4),
            sized(OptionalInt.of(1), 20, 3, 3),
            sized(OptionalInt.of(2), 10, 2, 2),
            sized(OptionalInt.of(2), 20, 2, 2));
    assertThat(both.axis()).isEqualTo(Axis.CONCURRENCY);
    assertThat(both.curves())
        .extracting(Sweep.Curve::label)
        .containsExactly("batch, 10 ids a request", "batch, 20 ids a request");

    assertThat(sentences("batch", sized(NONE, 1, 4, 4), sized(NONE, 20, 2, 2)))
        .containsExactly(
            "batch still gains at 20 ids a request (2.00, 95 %: 2.00 to 2.00, from 1 to 20)");
    assertThat(
            sentences(
                "batch",
                sized(OptionalInt.of(1), 10, 2, 2),
                sized(OptionalInt.of(1), 20, 2, 2),
                sized(OptionalInt.of(2), 10, 2, 2),
                sized(OptionalInt.of(2), 20, 2, 2)))
        .first()
        .asString()
        .startsWith("batch, 10 ids a request, gains nothing beyond 1 at once (1.00, ");
  }

  @Test
  void theLatencyIsThatOfOneRequestAtATime() {
    Series[] series = {at("threads", 1, 2, 2), at("threads", 5, 1, 1), at("async", 1, 1, 1)};
    assertThat(latency(series)).hasValue(0.05);
    assertThat(new Ideal(20, 0.05).seconds(7)).isEqualTo(3 * 0.05);
    assertThat(sweep(series).ideal(40)).as("batches").isEmpty();
    assertThat(latency(at("async", 2, 1, 1), at("async", 5, 1, 1))).isEmpty();
    assertThat(Sweep.of(List.of(series(Parameters.of("sync"), 1)))).isEmpty();
  }

  @Test
  void aModeThatDoesNotDependOnTheConcurrencyHasOneRequestAtATime() {
    Series sync = series(Parameters.of("sync"), 2, 2);
    assertThat(latency(at("async", 2, 1), at("async", 5, 1), sync)).hasValue(0.1);
    assertThat(latency(sync, at("async", 1, 1), at("async", 5, 1)))
        .as("the shortest, not the first")
        .hasValue(0.05);
  }

  @Test
  void theLatencyIsDrawnFromTheMedianAndNotFromTheMean() {
    assertThat(latency(at("async", 1, 1, 1, 7), at("async", 5, 1, 1, 1))).hasValue(0.05);
  }
}
