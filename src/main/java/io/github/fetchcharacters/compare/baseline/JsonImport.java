package io.github.fetchcharacters.compare.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fetchcharacters.compare.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Reads what {@code report.JsonExport} wrote, as far as a later comparison needs it. */
public final class JsonImport {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonImport() {}

  /**
   * Reads an export.
   *
   * @param file its name, for messages
   * @throws IOException if the text is no such export, or one of a refused comparison; the message
   *     says why, and the caller adds the name
   */
  public static Baseline read(String file, String text) throws IOException {
    JsonNode root = tree(text);
    require(root, "/tool", tool -> tool.asText().startsWith("fetch-characters "));
    JsonNode refused = root.path("refused");
    if (!refused.isMissingNode()) {
      throw new IOException("its comparison was refused: " + shown(refused));
    }
    return new Baseline(file, setup(root), series(root));
  }

  private static JsonNode tree(String text) throws IOException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new IOException("it is no JSON", notJson);
    }
  }

  private static Setup setup(JsonNode root) throws IOException {
    List<String> flags = new ArrayList<>();
    for (JsonNode flag : require(root, "/environment/jvm_flags", JsonNode::isArray)) {
      flags.add(shown(flag));
    }
    Map<String, String> options = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> option :
        require(root, "/options", JsonNode::isObject).properties()) {
      options.put(safe(option.getKey()), shown(option.getValue()));
    }
    List<Long> ids = new ArrayList<>();
    for (JsonNode id : require(root, "/ids", JsonNode::isArray)) {
      ids.add(id.asLong());
    }
    return SetupFacts.of(
        text(root, "/server"),
        text(root, "/environment/jvm"),
        flags,
        text(root, "/environment/system"),
        require(root, "/environment/cores", JsonNode::isInt).intValue(),
        options,
        ids);
  }

  private static List<Baseline.Earlier> series(JsonNode root) throws IOException {
    List<Baseline.Earlier> series = new ArrayList<>();
    for (JsonNode mode : require(root, "/modes", JsonNode::isArray)) {
      series.add(
          new Baseline.Earlier(
              new Parameters(
                  text(mode, "/mode"), value(mode, "concurrency"), value(mode, "batch_size")),
              text(mode, "/protocol"),
              seconds(mode)));
    }
    return series;
  }

  private static OptionalInt value(JsonNode mode, String name) {
    return mode.path(name).isInt()
        ? OptionalInt.of(mode.path(name).intValue())
        : OptionalInt.empty();
  }

  private static List<Double> seconds(JsonNode mode) throws IOException {
    List<Double> seconds = new ArrayList<>();
    for (JsonNode round :
        require(mode, "/rounds", rounds -> rounds.isArray() && !rounds.isEmpty())) {
      seconds.add(require(round, "/seconds", JsonImport::isDuration).doubleValue());
    }
    return seconds;
  }

  private static boolean isDuration(JsonNode node) {
    return node.isNumber() && node.doubleValue() > 0 && Double.isFinite(node.doubleValue());
  }

  private static String text(JsonNode parent, String path) throws IOException {
    return shown(require(parent, path, JsonNode::isTextual));
  }

  private static JsonNode require(JsonNode parent, String path, Predicate<JsonNode> condition)
      throws IOException {
    JsonNode node = parent.at(path);
    if (!condition.test(node)) {
      throw new IOException("it is no export of fetch-characters compare: see " + path);
    }
    return node;
  }

  private static String shown(JsonNode node) {
    return safe(node.asText());
  }

  /** What goes into messages does not drive a terminal. */
  private static String safe(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]", "\uFFFD");
  }
}
