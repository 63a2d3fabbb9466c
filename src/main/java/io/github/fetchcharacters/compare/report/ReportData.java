package io.github.fetchcharacters.compare.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.timeline.Bar;
import io.github.fetchcharacters.timeline.Timeline;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the report's charts are drawn from, as JSON; times in seconds. */
final class ReportData {

  private final Function<Series, Timeline> timelines;
  private final Map<String, String> names;

  /**
   * Nothing is written yet.
   *
   * @param timelines the typical round of a mode
   * @param names what the server calls that which an attempt's label stands for
   */
  ReportData(Function<Series, Timeline> timelines, Map<String, String> names) {
    this.timelines = timelines;
    this.names = names;
  }

  String json(Comparison comparison) {
    TimeUnit unit = TimeUnit.of(comparison);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("unit", unit.symbol());
      json.writeNumberField("scale", unit.perSecond());
      json.writeArrayFieldStart("modes");
      for (Series mode : comparison.series()) {
        mode(json, mode);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to a string", impossible);
    }
    return text.toString();
  }

  private void mode(JsonGenerator json, Series mode) throws IOException {
    Timeline timeline = timelines.apply(mode);
    json.writeStartObject();
    json.writeStringField("mode", mode.label());
    json.writeFieldName("seconds");
    json.writeArray(mode.seconds(), 0, mode.turns().size());
    json.writeNumberField("round", mode.typical().round());
    attempts(json, "attempts", timeline.first());
    json.writeNumberField("omitted", timeline.omitted());
    attempts(json, "last", timeline.last());
    json.writeEndObject();
  }

  private void attempts(JsonGenerator json, String field, List<Bar> attempts) throws IOException {
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
