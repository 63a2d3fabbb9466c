package io.github.fetchcharacters.compare.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Turn;
import io.github.fetchcharacters.compare.Usage;
import java.io.IOException;
import java.util.List;

/** What was measured, round by round, as members of a JSON object; times in seconds. */
final class JsonRounds {

  private JsonRounds() {}

  /** A value that is not swept stands among the options alone. */
  static void parameters(JsonGenerator json, Parameters parameters) throws IOException {
    json.writeStringField("mode", parameters.mode());
    if (parameters.concurrency().isPresent()) {
      json.writeNumberField("concurrency", parameters.concurrency().getAsInt());
    }
    if (parameters.batchSize().isPresent()) {
      json.writeNumberField("batch_size", parameters.batchSize().getAsInt());
    }
  }

  static void write(JsonGenerator json, Series mode) throws IOException {
    turns(json, "rounds", mode.turns());
    turns(json, "warmup_rounds", mode.warmups());
  }

  private static void turns(JsonGenerator json, String name, List<Turn> turns) throws IOException {
    json.writeArrayFieldStart(name);
    for (Turn turn : turns) {
      Long connections = turn.counts().connections();
      json.writeStartObject();
      json.writeNumberField("round", turn.round());
      json.writeNumberField("position", turn.position());
      JsonFigures.number(json, "seconds", turn.seconds());
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
    JsonFigures.number(json, "cpu_seconds", usage.cpuSeconds());
    JsonFigures.number(json, "compiler_seconds", usage.compilerSeconds());
    JsonFigures.count(json, "peak_threads", usage.peakThreads());
    JsonFigures.count(json, "carriers", usage.carriers());
    JsonFigures.count(json, "allocated_bytes", usage.allocatedBytes());
  }

  /** Rare: left out where there were none. */
  private static void resent(JsonGenerator json, long requests) throws IOException {
    if (requests > 0) {
      json.writeNumberField("resent", requests);
    }
  }
}
