package io.github.fetchcharacters.compare.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.report.Recorded;
import io.github.fetchcharacters.compare.report.Samples;
import io.github.fetchcharacters.compare.statistics.Durations;
import io.github.fetchcharacters.timeline.Timeline;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What the page's script draws. */
class ReportDataTest {

  private static final Recorded RECORDED =
      Samples.recorded(Samples.timeline(), Map.of("1", "Rick Sanchez"));

  private static JsonNode data(Comparison comparison, Recorded recorded) throws Exception {
    return new ObjectMapper().readTree(new ReportData(comparison, recorded).json());
  }

  @Test
  void eachSeriesHasItsRoundsTheWarmUpApart() throws Exception {
    JsonNode data = data(Samples.comparison(), RECORDED);
    assertThat(data.get("modes")).hasToString("[\"sync\",\"async\"]");
    assertThat(data.get("swept").booleanValue()).isFalse();
    assertThat(data.get("times")).hasToString("{\"unit\":\"ms\",\"factor\":1000}");
    JsonNode async = data.at("/series/1");
    assertThat(async.get("label").textValue()).isEqualTo("async");
    assertThat(async.get("mode").intValue()).isEqualTo(1);
    assertThat(async.get("place").intValue()).isZero();
    assertThat(async.get("warmups")).hasToString("[{\"seconds\":0.75,\"opened\":3}]");
    assertThat(async.get("rounds"))
        .hasToString(
            "[{\"seconds\":0.199,\"opened\":0},{\"seconds\":0.2,\"opened\":0},"
                + "{\"seconds\":0.201,\"opened\":0}]");
    assertThat(async.get("typical").intValue()).isEqualTo(2);
    assertThat(data.has("sweep")).isFalse();
  }

  @Test
  void connectionsThatAreUnknownAreNull() throws Exception {
    assertThat(data(Samples.unknowns(), RECORDED).at("/series/0/rounds"))
        .hasToString("[{\"seconds\":1.5,\"opened\":null}]");
  }

  @Test
  void theDistributionHasEachOfFewAnswersAndThePercentiles() throws Exception {
    JsonNode sync = data(Samples.comparison(), RECORDED).at("/series/0");
    assertThat(sync.get("answers")).hasSize(20);
    assertThat(sync.at("/answers/0").doubleValue()).isEqualTo(0.001);
    assertThat(sync.at("/answers/19").doubleValue()).isEqualTo(0.02);
    JsonNode percentiles = sync.get("percentiles");
    assertThat(percentiles.findValuesAsText("share")).containsExactly("0.5", "0.95", "0.99");
    assertThat(percentiles.findValuesAsText("beyond")).containsExactly("10", "1", "0");
    assertThat(percentiles.get(0).get("seconds").doubleValue()).isCloseTo(0.0105, within());
    assertThat(percentiles.get(2).get("seconds").doubleValue()).isCloseTo(0.01981, within());
  }

  @Test
  void theDistributionOfManyAnswersHasSomeOfThemAndTheLongest() throws Exception {
    Durations many = new Durations();
    for (int millis = 1; millis <= 1000; millis++) {
      many.add(millis * 1_000_000L);
    }
    JsonNode answers = data(Samples.comparison(), with(many)).at("/series/0/answers");
    assertThat(answers).hasSize(400);
    assertThat(answers.get(0).doubleValue()).isEqualTo(0.002);
    assertThat(answers.get(199).doubleValue()).isEqualTo(0.5);
    assertThat(answers.get(399).doubleValue()).isEqualTo(1);
  }

  private static Recorded with(Durations requests) {
    return new Recorded() {
      @Override
      public Durations requests(Series series) {
        return requests;
      }

      @Override
      public Timeline typical(Series series) {
        return RECORDED.typical(series);
      }

      @Override
      public Map<String, String> names() {
        return RECORDED.names();
      }
    };
  }

  @Test
  void whereNothingWasAnsweredTheDistributionIsEmpty() throws Exception {
    JsonNode data = data(Samples.comparison(), Samples.nothing());
    assertThat(data.at("/series/0/answers")).isEmpty();
    assertThat(data.at("/series/0/percentiles")).isEmpty();
    assertThat(data.at("/answers/unit").textValue()).isEqualTo("ms");
  }

  @Test
  void theSweepHasALineForEachModeWithItsBandAndTheIdeal() throws Exception {
    JsonNode data = data(Samples.sweep(), RECORDED);
    assertThat(data.get("swept").booleanValue()).isTrue();
    assertThat(data.at("/series/2/place").intValue()).isEqualTo(1);
    JsonNode sweep = data.get("sweep");
    assertThat(sweep.get("variable").textValue()).isEqualTo("requests at once");
    assertThat(sweep.findValuesAsText("label")).containsExactly("sync", "threads", "async");
    assertThat(sweep.at("/lines/1/mode").intValue()).isEqualTo(1);
    JsonNode points = sweep.at("/lines/1/points");
    assertThat(points.findValuesAsText("x")).containsExactly("1", "4");
    assertThat(points.get(1).get("low").doubleValue()).isCloseTo(0.3, within());
    assertThat(points.get(1).get("high").doubleValue()).isCloseTo(0.4, within());
    assertThat(points.get(1).get("mean").doubleValue()).isCloseTo(0.35, within());
    assertThat(points.get(1).get("cpu").doubleValue()).isCloseTo(0.1, within());
    assertThat(points.get(1).get("threads").doubleValue()).isEqualTo(20);
    assertThat(sweep.at("/ideal/requests").intValue()).isEqualTo(12);
    assertThat(sweep.at("/ideal/latency").doubleValue()).isCloseTo(0.1, within());
  }

  private static Offset<Double> within() {
    return Assertions.within(1e-12);
  }
}
