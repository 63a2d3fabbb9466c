package io.github.fetchcharacters.compare.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Refusal;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.baseline.Change;
import io.github.fetchcharacters.compare.baseline.Changes;
import io.github.fetchcharacters.compare.statistics.Durations;
import io.github.fetchcharacters.compare.statistics.Ratio;
import io.github.fetchcharacters.compare.statistics.Summary;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that was measured, as one JSON object; times in seconds, the unknown as null. */
public final class JsonExport implements Exporter {

  /** Line ends that do not depend on the platform. */
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  /** Writes members of the outermost object. */
  @FunctionalInterface
  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  private final Recorded recorded;

  /** An export of a comparison that is yet to come. */
  public JsonExport(Recorded recorded) {
    this.recorded = recorded;
  }

  @Override
  public String export(Comparison comparison, Conditions conditions) {
    return object(
        json -> {
          JsonConditions.write(json, conditions);
          baseline(json, conditions.changes());
          json.writeStringField("reference", comparison.reference());
          json.writeArrayFieldStart("modes");
          for (Series mode : comparison.series()) {
            mode(json, comparison, conditions.changes(), mode);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("results");
          for (Series mode : comparison.series()) {
            result(json, mode);
          }
          json.writeEndArray();
        });
  }

  /** Of what may not be compared there are the rounds alone, without figures drawn from them. */
  @Override
  public String refused(Refusal refusal, Conditions conditions) {
    return object(
        json -> {
          json.writeStringField("refused", refusal.reason());
          JsonFigures.strings(json, "details", refusal.details());
          JsonConditions.write(json, conditions);
          json.writeArrayFieldStart("modes");
          for (Series mode : refusal.series()) {
            json.writeStartObject();
            JsonRounds.parameters(json, mode.parameters());
            JsonRounds.write(json, mode);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static String object(Members members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(INDENT));
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to a string", impossible);
    }
    return text.append('\n').toString();
  }

  private static void baseline(JsonGenerator json, @Nullable Changes changes) throws IOException {
    if (changes != null) {
      json.writeObjectFieldStart("baseline");
      json.writeStringField("file", changes.file());
      JsonFigures.strings(json, "not_compared", changes.reasons());
      json.writeEndObject();
    }
  }

  /** Above 1 where the mode became faster. */
  private static void change(JsonGenerator json, @Nullable Changes changes, Series mode)
      throws IOException {
    if (changes != null) {
      Optional<Ratio> change = changes.of(mode).map(Change::speedUp);
      JsonFigures.number(json, "change", change.map(Ratio::value).orElse(Double.NaN));
      JsonFigures.number(json, "change_low", change.map(Ratio::low).orElse(Double.NaN));
      JsonFigures.number(json, "change_high", change.map(Ratio::high).orElse(Double.NaN));
    }
  }

  private void mode(
      JsonGenerator json, Comparison comparison, @Nullable Changes changes, Series mode)
      throws IOException {
    Summary times = mode.times();
    Ratio speedUp = comparison.speedUp(mode);
    boolean reference = comparison.isReference(mode);
    json.writeStartObject();
    JsonRounds.parameters(json, mode.parameters());
    json.writeStringField("protocol", mode.protocol());
    JsonFigures.number(json, "mean", times.mean());
    JsonFigures.number(json, "stddev", times.standardDeviation());
    JsonFigures.number(json, "median", times.median());
    JsonFigures.number(json, "min", times.min());
    JsonFigures.number(json, "max", times.max());
    JsonFigures.number(json, "cpu", mode.cpuUse());
    JsonFigures.number(json, "peak_threads", mode.peakThreads());
    JsonFigures.number(json, "carriers", mode.carriers());
    JsonFigures.number(json, "allocated_bytes", mode.allocatedBytes());
    JsonFigures.number(json, "speedup", reference ? 1 : speedUp.value());
    JsonFigures.number(json, "speedup_low", reference ? Double.NaN : speedUp.low());
    JsonFigures.number(json, "speedup_high", reference ? Double.NaN : speedUp.high());
    json.writeStringField("speedup_over", comparison.referenceOf(mode).label());
    change(json, changes, mode);
    requests(json, recorded.requests(mode));
    JsonRounds.write(json, mode);
    json.writeEndObject();
  }

  /** How long the answered requests of the counted rounds took. */
  private static void requests(JsonGenerator json, Durations requests) throws IOException {
    json.writeObjectFieldStart("requests_seconds");
    json.writeNumberField("count", requests.count());
    JsonFigures.number(json, "p50", requests.quantile(0.5));
    JsonFigures.number(json, "p95", requests.quantile(0.95));
    JsonFigures.number(json, "p99", requests.quantile(0.99));
    JsonFigures.number(json, "max", requests.max());
    json.writeEndObject();
  }

  /**
   * What hyperfine 1.18 writes of a command, so that scripts for its exports read this one. Of the
   * CPU time the JVM gives the sum alone; it stands under {@code user}.
   */
  private static void result(JsonGenerator json, Series mode) throws IOException {
    Summary times = mode.times();
    json.writeStartObject();
    json.writeStringField("command", mode.label());
    JsonFigures.number(json, "mean", times.mean());
    JsonFigures.number(json, "stddev", times.standardDeviation());
    JsonFigures.number(json, "median", times.median());
    JsonFigures.number(json, "user", mode.cpuSeconds() / times.count());
    JsonFigures.number(json, "system", Double.NaN);
    JsonFigures.number(json, "min", times.min());
    JsonFigures.number(json, "max", times.max());
    json.writeFieldName("times");
    json.writeArray(mode.seconds(), 0, times.count());
    json.writeObjectFieldStart("parameters");
    JsonRounds.parameters(json, mode.parameters());
    json.writeEndObject();
    json.writeEndObject();
  }
}
