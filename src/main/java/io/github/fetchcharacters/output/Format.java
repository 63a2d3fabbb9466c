package io.github.fetchcharacters.output;

import java.io.OutputStream;
import java.util.Locale;

/** The forms in which characters are written. */
public enum Format {
  /** The name alone, a line each; unsafe characters are shown as escapes. */
  NAME,
  /** One JSON array of the records as the API sent them. */
  JSON,
  /** The records as the API sent them, a line each. */
  NDJSON;

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A writer of this format.
   *
   * @param out where to; buffered, since a record is written in one piece or more
   */
  public RecordWriter writer(OutputStream out) {
    return switch (this) {
      case NAME -> new LineWriter(out, character -> TerminalText.escape(character.name()));
      case JSON -> new JsonArrayWriter(out);
      case NDJSON -> new LineWriter(out, character -> JsonText.onOneLine(character.json()));
    };
  }
}
