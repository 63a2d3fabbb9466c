package io.github.fetchcharacters.output;

import io.github.fetchcharacters.model.Character;
import io.github.fetchcharacters.terminal.TerminalText;
import java.io.OutputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form of the output.
 *
 * @param format the form
 * @param fields the requested members, null for the format's default: the whole record in {@link
 *     Format#JSON} and {@link Format#NDJSON}, a few that fit on a line in the others
 * @param width max columns of a table, {@link Integer#MAX_VALUE} for no limit
 * @param utf8 whether the ellipsis of a table may be more than ASCII
 * @param pretty lays out {@link Format#JSON}; null for a line each record
 */
public record Layout(
    Format format, @Nullable Fields fields, int width, boolean utf8, @Nullable PrettyJson pretty) {

  /** A layout of a terminal's table. */
  public Layout(Format format, @Nullable Fields fields, int width, boolean utf8) {
    this(format, fields, width, utf8, null);
  }

  /** A layout without a limit of width. */
  public Layout(Format format, @Nullable Fields fields) {
    this(format, fields, Integer.MAX_VALUE, true);
  }

  /**
   * @throws IllegalArgumentException if there are fields and the format takes none
   */
  public Layout {
    if (fields != null && !format.takesFields()) {
      throw new IllegalArgumentException("--format=" + format + " prints no fields");
    }
  }

  /**
   * Returns a writer of this layout.
   *
   * @param out should have a buffer, since a record may take several writes
   */
  public RecordWriter writer(OutputStream out) {
    return switch (format) {
      case NAME -> new LineWriter(out, character -> TerminalText.escape(character.name()));
      case JSON -> new JsonArrayWriter(out, pretty == null ? object() : laidOut(pretty));
      case NDJSON -> new LineWriter(out, object());
      case CSV -> new SeparatedWriter(out, columns(), new CsvLine());
      case TSV -> new SeparatedWriter(out, columns(), new TsvLine());
      case TABLE -> new TableWriter(out, columns(), width, utf8 ? "…" : "~");
    };
  }

  private Fields columns() {
    return fields == null ? Fields.byDefault() : fields;
  }

  private Function<Character, String> laidOut(PrettyJson json) {
    Function<Character, String> object = object();
    return character -> json.of(object.apply(character));
  }

  private Function<Character, String> object() {
    if (fields == null) {
      return character -> JsonText.onOneLine(character.json());
    }
    FieldPicker picker = new FieldPicker(fields);
    return character -> fields.object(picker.pick(character));
  }
}
