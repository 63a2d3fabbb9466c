package io.github.fetchcharacters.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.fetchcharacters.compare.report.Samples;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SweepLinesTest {

  private static Comparison comparison(long requests, Parameters... parameters) {
    List<Series> series =
        Stream.of(parameters)
            .map(
                one ->
                    new Series(
                        one,
                        List.of(),
                        List.of(
                            Turns.of(1, 1, 2, 0, 0, new Counts(requests, 0, 0, null, "HTTP/2")))))
            .toList();
    return new Comparison(10, parameters[0].mode(), series);
  }

  private static Parameters at(String mode, int concurrency, int batchSize) {
    return new Parameters(mode, value(concurrency), value(batchSize));
  }

  private static OptionalInt value(int value) {
    return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static Sweep sweep(Comparison comparison) {
    return comparison.sweep().orElseThrow();
  }

  private static List<String> lines(Comparison comparison) {
    return sweep(comparison).lines().stream()
        .map(line -> line.label() + line.points().stream().map(Sweep.Point::value).toList())
        .toList();
  }

  @Test
  void aComparisonOfModesAloneIsNone() {
    assertThat(Samples.comparison().sweep()).isEmpty();
  }

  @Test
  void aModeIsALineFromTheLeftToTheRightAndFlatWhereItDoesNotDependOnTheValue() {
    assertThat(lines(Samples.sweep()))
        .containsExactly("sync[1, 4]", "threads[1, 4]", "async[1, 4]");
    assertThat(sweep(Samples.sweep()).axis().title()).isEqualTo("requests at once");
    assertThat(sweep(Samples.sweep()).lines())
        .extracting(Sweep.Line::constant)
        .containsExactly(true, false, false);
    Sweep.Line flat = sweep(Samples.sweep()).lines().get(0);
    assertThat(flat.points().get(0).series()).isSameAs(flat.points().get(1).series());
  }

  @Test
  void constantsComeBeforeTheCurvesInWhicheverOrderTheyWereMeasured() {
    assertThat(lines(comparison(1, at("async", 1, 0), at("async", 2, 0), at("sync", 0, 0))))
        .containsExactly("sync[1, 2]", "async[1, 2]");
  }

  @Test
  void eachBatchSizeIsALineOverTheConcurrency() {
    assertThat(
            lines(
                comparison(
                    1,
                    at("batch", 1, 5),
                    at("batch", 1, 20),
                    at("batch", 2, 5),
                    at("batch", 2, 20),
                    at("async", 1, 0),
                    at("async", 2, 0))))
        .containsExactly(
            "batch, 5 ids a request[1, 2]", "batch, 20 ids a request[1, 2]", "async[1, 2]");
  }

  @Test
  void batchSizesAloneAreTheAxis() {
    Comparison comparison = comparison(1, at("sync", 0, 0), at("batch", 0, 20), at("batch", 0, 5));
    assertThat(lines(comparison)).containsExactly("sync[5, 20]", "batch[5, 20]");
    assertThat(sweep(comparison).axis().title()).isEqualTo("ids a request");
    assertThat(sweep(comparison).ideal(10)).isEmpty();
  }

  /** 12 requests by sync took 1.2 s, so one takes 0.1 s; 5 at once are 3 one after another. */
  @Test
  void theIdealIsAsManyRequestsOneAfterAnotherAsTheValueLeaves() {
    Ideal ideal = sweep(Samples.sweep()).ideal(12).orElseThrow();
    assertThat(ideal.latency()).isCloseTo(0.1, within(1e-12));
    assertThat(ideal.seconds(1)).isCloseTo(1.2, within(1e-12));
    assertThat(ideal.seconds(4)).isCloseTo(0.3, within(1e-12));
    assertThat(ideal.seconds(5)).isCloseTo(0.3, within(1e-12));
    assertThat(ideal.seconds(12)).isCloseTo(0.1, within(1e-12));
    assertThat(ideal.seconds(200)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void neitherSeveralIdsARequestNorSeveralRequestsAtOnceSayHowLongOneTakes() {
    assertThat(sweep(comparison(1, at("batch", 1, 0), at("batch", 2, 0))).ideal(10)).isEmpty();
    assertThat(sweep(comparison(10, at("async", 2, 0), at("async", 4, 0))).ideal(10)).isEmpty();
  }
}
