package io.github.fetchcharacters.output;

import io.github.fetchcharacters.model.Character;
import io.github.fetchcharacters.terminal.TerminalText;
import java.io.OutputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How characters are written.
 *
 * @param format the form
 * @param fields the members that are asked for, null for the format's own: the whole record in
 *     {@link Format#JSON} and {@link Format#NDJSON}, a few that fit on a line in the others
 * @param width columns that a table may take, {@link Integer#MAX_VALUE} for any number
 * @param utf8 whether more than ASCII may stand for what a table leaves out
 */
public record Layout(Format format, @Nullable Fields fields, int width, boolean utf8) {

  /** Of any width. */
  public Layout(Format format, @Nullable Fields fields) {
    this(format, fields, Integer.MAX_VALUE, true);
  }

  /**
   * Refuses fields where a format takes none.
   *
   * @throws IllegalArgumentException if so
   */
  public Layout {
    if (fields != null && !format.takesFields()) {
      throw new IllegalArgumentException("--format=" + format + " prints no fields");
    }
  }

  /**
   * A writer of this layout.
   *
   * @param out where to; buffered, since a record is written in one piece or more
   */
  public RecordWriter writer(OutputStream out) {
    return switch (format) {
      case NAME -> new LineWriter(out, character -> TerminalText.escape(character.name()));
      case JSON -> new JsonArrayWriter(out, object());
      case NDJSON -> new LineWriter(out, object());
      case CSV -> new SeparatedWriter(out, columns(), new CsvLine());
      case TSV -> new SeparatedWriter(out, columns(), new TsvLine());
      case TABLE -> new TableWriter(out, columns(), width, utf8 ? "…" : "~");
    };
  }

  private Fields columns() {
    return fields == null ? Fields.usual() : fields;
  }

  private Function<Character, String> object() {
    if (fields == null) {
      return character -> JsonText.onOneLine(character.json());
    }
    FieldPicker picker = new FieldPicker(fields);
    return character -> fields.object(picker.pick(character));
  }
}
