package io.github.fetchcharacters.compare.measurement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fetchcharacters.model.Quote;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;

/** Compares records by what they say. */
public final class RecordContent {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Longest value that a message quotes. */
  private static final int MAX_QUOTE = 60;

  private RecordContent() {}

  /**
   * The first difference between two JSON texts, such as {@code name is "Rick" and "Morty"}; empty
   * if they say the same: white space, escapes, the order of members and the notation of numbers do
   * not count.
   */
  public static String difference(String a, String b) {
    try {
      return difference("", JSON.readTree(a), JSON.readTree(b));
    } catch (IOException notJson) {
      return "the record is " + quoted(a) + " and " + quoted(b);
    }
  }

  private static String difference(String path, JsonNode a, JsonNode b) {
    if (a.isObject() && b.isObject()) {
      return ofMembers(path, a, b);
    }
    if (a.isArray() && b.isArray() && a.size() == b.size()) {
      return ofElements(path, a, b);
    }
    return same(a, b)
        ? ""
        : (path.isEmpty() ? "the record" : path) + " is " + inWords(a) + " and " + inWords(b);
  }

  private static String ofMembers(String path, JsonNode a, JsonNode b) {
    Set<String> names = new TreeSet<>();
    a.fieldNames().forEachRemaining(names::add);
    b.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      String difference =
          difference(path.isEmpty() ? name : path + "." + name, a.path(name), b.path(name));
      if (!difference.isEmpty()) {
        return difference;
      }
    }
    return "";
  }

  private static String ofElements(String path, JsonNode a, JsonNode b) {
    Iterator<JsonNode> others = b.iterator();
    int place = 0;
    for (JsonNode element : a) {
      String difference = difference(path + "[" + place + "]", element, others.next());
      place++;
      if (!difference.isEmpty()) {
        return difference;
      }
    }
    return "";
  }

  private static boolean same(JsonNode a, JsonNode b) {
    boolean numbers = a.isNumber() && b.isNumber();
    return numbers ? a.decimalValue().compareTo(b.decimalValue()) == 0 : a.equals(b);
  }

  private static String inWords(JsonNode node) {
    return node.isMissingNode() ? "missing" : quoted(node.toString());
  }

  private static String quoted(String text) {
    return Quote.of(text, MAX_QUOTE);
  }
}
