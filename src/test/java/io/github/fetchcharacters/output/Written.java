package io.github.fetchcharacters.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fetchcharacters.model.Character;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Records in a layout. */
final class Written {

  private Written() {}

  /**
   * The whole output.
   *
   * @param fields a comma list, empty for the format's own
   * @param records JSON
   */
  static String by(Format format, String fields, String... records) throws IOException {
    return by(new Layout(format, fields.isEmpty() ? null : Fields.parse(fields)), records);
  }

  static String by(Layout layout, String... records) throws IOException {
    return by(layout, Arrays.asList(records));
  }

  static String by(Layout layout, List<String> records) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordWriter writer = layout.writer(out);
    for (String record : records) {
      writer.write(new Character(1, "not read from here", record));
    }
    writer.finish();
    return out.toString(UTF_8);
  }

  /** A record with this name alone. */
  static String named(String name) {
    return "{\"name\":" + quoted(name) + "}";
  }

  /** As a JSON string, all but letters and digits escaped. */
  private static String quoted(String text) {
    return text.chars()
        .mapToObj(c -> isPlain(c) ? "" + (char) c : String.format("\\u%04x", c))
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static boolean isPlain(int c) {
    return c < 0x7F && java.lang.Character.isLetterOrDigit(c);
  }
}
