package io.github.fetchcharacters.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.fetchcharacters.model.Character;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies the requested fields out of a record's text, in one pass. */
final class FieldPicker {

  /** The JSON text of a missing member. */
  private static final String ABSENT = "null";

  private static final int NO_FIELD = -1;

  private final JsonFactory json = reader();
  private final Node root = new Node(NO_FIELD, new HashMap<>());
  private final int count;

  /**
   * A member.
   *
   * @param field its index among the fields, or {@link #NO_FIELD}
   * @param members the members inside it that are fields or hold some
   */
  private record Node(int field, Map<String, Node> members) {

    void add(String path, int place) {
      int dot = path.indexOf('.');
      String name = dot < 0 ? path : path.substring(0, dot);
      Node member = members.getOrDefault(name, new Node(NO_FIELD, new HashMap<>()));
      if (dot >= 0) {
        member.add(path.substring(dot + 1), place);
      }
      members.put(name, dot < 0 ? new Node(place, member.members()) : member);
    }

    void clear(String[] values) {
      if (field != NO_FIELD) {
        values[field] = ABSENT;
      }
      members.values().forEach(member -> member.clear(values));
    }
  }

  FieldPicker(Fields fields) {
    this.count = fields.paths().size();
    for (int place = 0; place < count; place++) {
      root.add(fields.paths().get(place), place);
    }
  }

  /** Returns a factory without a limit to strings: the transport has limited the whole record. */
  static JsonFactory reader() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
        .build();
  }

  /**
   * Returns the fields' values in their order, each letter for letter as the record has it, {@code
   * null} for a missing one. Of a repeated member the last counts, as everywhere else.
   */
  String[] pick(Character character) {
    String[] values = new String[count];
    Arrays.fill(values, ABSENT);
    String text = character.json();
    try (JsonParser parser = json.createParser(text.toCharArray())) {
      parser.nextToken();
      pickMembers(parser, text, root, values);
      return values;
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from a string", impossible);
    }
  }

  private static void pickMembers(JsonParser parser, String text, Node node, String[] values)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Node member = node.members().get(parser.currentName());
      JsonToken value = parser.nextToken();
      if (member == null) {
        parser.skipChildren();
      } else {
        pick(parser, text, member, value, values);
      }
    }
  }

  private static void pick(
      JsonParser parser, String text, Node node, @Nullable JsonToken value, String[] values)
      throws IOException {
    node.clear(values);
    int start = start(parser);
    if (value == JsonToken.START_OBJECT && !node.members().isEmpty()) {
      pickMembers(parser, text, node, values);
    }
    if (node.field() == NO_FIELD) {
      parser.skipChildren();
    } else {
      values[node.field()] = copyFrom(start, parser, text);
    }
  }

  /** The index of the token's first character. */
  static int start(JsonParser parser) {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  /**
   * Returns the text from {@code start} to the end of the value, and leaves the parser at its last
   * token. A generator would rewrite numbers and escapes.
   */
  static String copyFrom(int start, JsonParser parser, String text) throws IOException {
    parser.skipChildren();
    // Without this call the parser has read only the first quote of a string.
    parser.finishToken();
    return text.substring(start, (int) parser.currentLocation().getCharOffset());
  }
}
