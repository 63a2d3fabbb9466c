package io.github.fetchcharacters.compare.page;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Ideal;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Sweep;
import io.github.fetchcharacters.compare.report.JsonFigures;
import io.github.fetchcharacters.compare.statistics.Summary;
import java.io.IOException;
import java.util.Optional;

/** What the picture of a sweep is drawn from: a member of the page's data, absent without one. */
final class SweepData {

  private SweepData() {}

  static void write(JsonGenerator json, Comparison comparison, SeriesOrder order)
      throws IOException {
    Optional<Sweep> sweep = comparison.sweep();
    if (sweep.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("sweep");
    json.writeStringField("variable", sweep.get().axis().title());
    json.writeArrayFieldStart("lines");
    for (Sweep.Line line : sweep.get().lines()) {
      line(json, line, order);
    }
    json.writeEndArray();
    ideal(json, sweep.get().ideal(comparison.characters()));
    json.writeEndObject();
  }

  private static void ideal(JsonGenerator json, Optional<Ideal> ideal) throws IOException {
    if (ideal.isPresent()) {
      json.writeObjectFieldStart("ideal");
      json.writeNumberField("requests", ideal.get().requests());
      json.writeNumberField("latency", ideal.get().latency());
      json.writeEndObject();
    }
  }

  private static void line(JsonGenerator json, Sweep.Line line, SeriesOrder order)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("label", line.label());
    json.writeNumberField("mode", order.mode(line.points().get(0).series()));
    json.writeArrayFieldStart("points");
    for (Sweep.Point point : line.points()) {
      point(json, point.value(), point.series());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void point(JsonGenerator json, int value, Series series) throws IOException {
    Summary times = series.times();
    json.writeStartObject();
    json.writeNumberField("x", value);
    json.writeNumberField("mean", times.mean());
    json.writeNumberField("low", times.min());
    json.writeNumberField("high", times.max());
    JsonFigures.number(json, "cpu", series.cpuUse());
    JsonFigures.number(json, "threads", series.peakThreads());
    json.writeEndObject();
  }
}
