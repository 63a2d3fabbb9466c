package io.github.fetchcharacters.output;

import io.github.fetchcharacters.model.CharacterMembers;
import io.github.fetchcharacters.terminal.Nearest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The requested members of a record, by their paths.
 *
 * @param paths each one of {@link CharacterMembers#paths}, at least one, none twice, in the order
 *     asked
 */
public record Fields(List<String> paths) {

  /** Copies the list. */
  public Fields {
    paths = List.copyOf(paths);
  }

  /** The default columns: those that a line has room for. */
  static Fields byDefault() {
    return new Fields(List.of("id", "name", "status", "species", "gender", "origin.name"));
  }

  /**
   * Reads a comma list; blanks around a name do not count.
   *
   * @throws IllegalArgumentException if one is missing, given twice, or in no record; the message
   *     says what to write
   */
  public static Fields parse(String list) {
    Set<String> paths = new LinkedHashSet<>();
    for (String name : list.split(",", -1)) {
      if (!paths.add(known(name.strip(), list))) {
        throw new IllegalArgumentException("'" + name.strip() + "' is given twice");
      }
    }
    return new Fields(List.copyOf(paths));
  }

  private static String known(String name, String list) {
    List<String> known = CharacterMembers.paths();
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "a name is missing in '" + list + "': write them with commas between, as in id,name");
    }
    if (!known.contains(name)) {
      throw new IllegalArgumentException("no character has '" + name + "'; " + advice(name, known));
    }
    return name;
  }

  private static String advice(String name, List<String> known) {
    String nearest = Nearest.to(name, known);
    return nearest == null
        ? "there are " + String.join(", ", known)
        : "did you mean '" + nearest + "'?";
  }

  /**
   * Returns a JSON object on one line with a member for each path, the values as the record has
   * them. A path is a name as it stands, {@code "origin.name"}, as in the heading of a column:
   * nested objects could not keep the order of {@code origin.name,id,origin.url}.
   *
   * @param values JSON texts, in the paths' order
   */
  String object(String[] values) {
    StringBuilder object = new StringBuilder("{");
    for (int i = 0; i < values.length; i++) {
      object.append(i == 0 ? "\"" : ",\"").append(paths.get(i)).append("\":");
      object.append(JsonText.onOneLine(values[i]));
    }
    return object.append('}').toString();
  }
}
