package io.github.fetchcharacters.compare.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Turn;
import io.github.fetchcharacters.compare.report.Recorded;
import io.github.fetchcharacters.compare.report.TimeUnit;
import io.github.fetchcharacters.compare.statistics.Durations;
import io.github.fetchcharacters.timeline.Bar;
import io.github.fetchcharacters.timeline.Timeline;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What the report's pictures are drawn from, as JSON; times in seconds, the unknown as null. */
final class ReportData {

  /** Points of a distribution: more would not be seen. */
  private static final int MAX_POINTS = 400;

  private static final double[] PERCENTILES = {0.5, 0.95, 0.99};

  private final Comparison comparison;
  private final Recorded recorded;
  private final SeriesOrder order;

  ReportData(Comparison comparison, Recorded recorded) {
    this.comparison = comparison;
    this.recorded = recorded;
    this.order = SeriesOrder.of(comparison);
  }

  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      unit(json, "times", TimeUnit.of(comparison));
      unit(json, "answers", AnswersPicture.unit(comparison, recorded));
      json.writeBooleanField("swept", order.swept());
      json.writeArrayFieldStart("modes");
      for (String mode : order.modes()) {
        json.writeString(mode);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("series");
      for (Series series : comparison.series()) {
        series(json, series);
      }
      json.writeEndArray();
      SweepData.write(json, comparison, order);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to a string", impossible);
    }
    return text.toString();
  }

  private static void unit(JsonGenerator json, String name, TimeUnit unit) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("unit", unit.symbol());
    json.writeNumberField("factor", unit.perSecond());
    json.writeEndObject();
  }

  private void series(JsonGenerator json, Series series) throws IOException {
    json.writeStartObject();
    json.writeStringField("label", series.label());
    json.writeNumberField("mode", order.mode(series));
    json.writeNumberField("place", order.place(series));
    rounds(json, "warmups", series.warmups());
    rounds(json, "rounds", series.turns());
    answers(json, recorded.requests(series));
    json.writeNumberField("typical", series.typical().round());
    Timeline timeline = recorded.typical(series);
    attempts(json, "first", timeline.first());
    json.writeNumberField("omitted", timeline.omitted());
    attempts(json, "last", timeline.last());
    json.writeEndObject();
  }

  private static void rounds(JsonGenerator json, String name, List<Turn> turns) throws IOException {
    json.writeArrayFieldStart(name);
    for (Turn turn : turns) {
      json.writeStartObject();
      json.writeNumberField("seconds", turn.seconds());
      json.writeObjectField("opened", turn.counts().connections());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void answers(JsonGenerator json, Durations requests) throws IOException {
    json.writeFieldName("answers");
    double[] points = points(requests);
    json.writeArray(points, 0, points.length);
    json.writeArrayFieldStart("percentiles");
    for (double share : requests.count() == 0 ? new double[0] : PERCENTILES) {
      json.writeStartObject();
      json.writeNumberField("share", share);
      json.writeNumberField("seconds", requests.quantile(share));
      json.writeNumberField("beyond", Math.round((1 - share) * requests.count()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** At equal steps of the share, to the longest of all. */
  private static double[] points(Durations requests) {
    double[] sample = requests.sample();
    int count = Math.min(sample.length, MAX_POINTS);
    double[] points = new double[count];
    for (int i = 1; i <= count; i++) {
      points[i - 1] =
          i == count ? requests.max() : sample[(int) ((long) i * sample.length / count) - 1];
    }
    return points;
  }

  private void attempts(JsonGenerator json, String field, List<Bar> attempts) throws IOException {
    Map<String, String> names = recorded.names();
    json.writeArrayFieldStart(field);
    for (Bar attempt : attempts) {
      json.writeStartObject();
      json.writeStringField("label", attempt.label());
      json.writeStringField("name", names.getOrDefault(attempt.label(), ""));
      json.writeNumberField("number", attempt.number());
      json.writeNumberField("waited", attempt.waitedFrom() / 1e9);
      json.writeNumberField("start", attempt.start() / 1e9);
      json.writeNumberField("end", attempt.end() / 1e9);
      json.writeStringField("status", attempt.status());
      json.writeBooleanField("good", attempt.good());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
