package io.github.fetchcharacters.compare.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/** The conditions of a comparison as members of a JSON object. */
final class JsonConditions {

  private JsonConditions() {}

  static void write(JsonGenerator json, Conditions conditions) throws IOException {
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
    JsonFigures.strings(json, "jvm_flags", conditions.jvmFlags());
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
}
