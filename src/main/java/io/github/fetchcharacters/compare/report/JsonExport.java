package io.github.fetchcharacters.compare.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.fetchcharacters.compare.Change;
import io.github.fetchcharacters.compare.Changes;
import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Refusal;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Turn;
import io.github.fetchcharacters.compare.Usage;
import io.github.fetchcharacters.compare.statistics.Durations;
import io.github.fetchcharacters.compare.statistics.Ratio;
import io.github.fetchcharacters.compare.statistics.Summary;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
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
          conditions(json, conditions);
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
          strings(json, "details", refusal.details());
          conditions(json, conditions);
          json.writeArrayFieldStart("modes");
          for (Series mode : refusal.series()) {
            json.writeStartObject();
            parameters(json, mode.parameters());
            rounds(json, mode);
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
      strings(json, "not_compared", changes.reasons());
      json.writeEndObject();
    }
  }

  /** Above 1 where the mode became faster. */
  private static void change(JsonGenerator json, @Nullable Changes changes, Series mode)
      throws IOException {
    if (changes != null) {
      Optional<Ratio> change = changes.of(mode).map(Change::speedUp);
      number(json, "change", change.map(Ratio::value).orElse(Double.NaN));
      number(json, "change_low", change.map(Ratio::low).orElse(Double.NaN));
      number(json, "change_high", change.map(Ratio::high).orElse(Double.NaN));
    }
  }

  private static void conditions(JsonGenerator json, Conditions conditions) throws IOException {
    json.writeStringField("tool", conditions.tool());
    json.writeStringField("command", conditions.command());
    json.writeStringField("date", conditions.date());
    json.writeStringField("server", conditions.server());
    json.writeBooleanField("server_in_process", conditions.sharesProcess());
    json.writeBooleanField("cold", conditions.cold());
    json.writeNumberField("warmup", conditions.warmup());
    json.writeNumberField("runs", conditions.runs());
    json.writeObjectFieldStart("environment");
    json.writeStringField("jvm", conditions.jvm());
    strings(json, "jvm_flags", conditions.jvmFlags());
    json.writeStringField("system", conditions.system());
    json.writeNumberField("cores", conditions.cores());
    json.writeEndObject();
    json.writeObjectFieldStart("options");
    for (Map.Entry<String, String> option : conditions.options().entrySet()) {
      json.writeStringField(option.getKey(), option.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("ids");
    for (long id : conditions.ids()) {
      json.writeNumber(id);
    }
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private void mode(
      JsonGenerator json, Comparison comparison, @Nullable Changes changes, Series mode)
      throws IOException {
    Summary times = mode.times();
    Ratio speedUp = comparison.speedUp(mode);
    boolean reference = comparison.isReference(mode);
    json.writeStartObject();
    parameters(json, mode.parameters());
    json.writeStringField("protocol", mode.protocol());
    number(json, "mean", times.mean());
    number(json, "stddev", times.standardDeviation());
    number(json, "median", times.median());
    number(json, "min", times.min());
    number(json, "max", times.max());
    number(json, "cpu", mode.cpuUse());
    number(json, "peak_threads", mode.peakThreads());
    number(json, "carriers", mode.carriers());
    number(json, "allocated_bytes", mode.allocatedBytes());
    number(json, "speedup", reference ? 1 : speedUp.value());
    number(json, "speedup_low", reference ? Double.NaN : speedUp.low());
    number(json, "speedup_high", reference ? Double.NaN : speedUp.high());
    change(json, changes, mode);
    requests(json, recorded.requests(mode));
    rounds(json, mode);
    json.writeEndObject();
  }

  private static void rounds(JsonGenerator json, Series mode) throws IOException {
    turns(json, "rounds", mode.turns());
    turns(json, "warmup_rounds", mode.warmups());
  }

  /** How long the answered requests of the counted rounds took. */
  private static void requests(JsonGenerator json, Durations requests) throws IOException {
    json.writeObjectFieldStart("requests_seconds");
    json.writeNumberField("count", requests.count());
    number(json, "p50", requests.quantile(0.5));
    number(json, "p95", requests.quantile(0.95));
    number(json, "p99", requests.quantile(0.99));
    number(json, "max", requests.max());
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
    number(json, "mean", times.mean());
    number(json, "stddev", times.standardDeviation());
    number(json, "median", times.median());
    number(json, "user", mode.cpuSeconds() / times.count());
    number(json, "system", Double.NaN);
    number(json, "min", times.min());
    number(json, "max", times.max());
    json.writeFieldName("times");
    json.writeArray(mode.seconds(), 0, times.count());
    json.writeObjectFieldStart("parameters");
    parameters(json, mode.parameters());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** A value that is not swept stands among the options alone. */
  private static void parameters(JsonGenerator json, Parameters parameters) throws IOException {
    json.writeStringField("mode", parameters.mode());
    if (parameters.concurrency().isPresent()) {
      json.writeNumberField("concurrency", parameters.concurrency().getAsInt());
    }
    if (parameters.batchSize().isPresent()) {
      json.writeNumberField("batch_size", parameters.batchSize().getAsInt());
    }
  }

  private static void turns(JsonGenerator json, String name, List<Turn> turns) throws IOException {
    json.writeArrayFieldStart(name);
    for (Turn turn : turns) {
      Long connections = turn.counts().connections();
      json.writeStartObject();
      json.writeNumberField("round", turn.round());
      json.writeNumberField("position", turn.position());
      number(json, "seconds", turn.seconds());
      usage(json, turn.usage());
      json.writeNumberField("requests", turn.counts().requests());
      json.writeObjectField("connections", connections);
      json.writeNumberField("retries", turn.counts().retries());
      resent(json, turn.counts().resent());
      json.writeStringField("protocol", turn.counts().protocol());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void usage(JsonGenerator json, Usage usage) throws IOException {
    number(json, "cpu_seconds", usage.cpuSeconds());
    number(json, "compiler_seconds", usage.compilerSeconds());
    count(json, "peak_threads", usage.peakThreads());
    count(json, "carriers", usage.carriers());
    count(json, "allocated_bytes", usage.allocatedBytes());
  }

  /** Rare: left out where there were none. */
  private static void resent(JsonGenerator json, long requests) throws IOException {
    if (requests > 0) {
      json.writeNumberField("resent", requests);
    }
  }

  private static void count(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, Math.round(value));
    }
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }
}
