package io.github.fetchcharacters.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.StringJoiner;

/** Turns JSON values into cells. */
final class CellText {

  private static final String BETWEEN_ELEMENTS = ";";

  private final JsonFactory json = FieldPicker.reader();

  /**
   * Returns a string without its quotes and escapes, a number or a truth value as JSON has it,
   * nothing for null, an array's elements joined by {@code ;}, an object or an array in an array as
   * JSON on one line.
   *
   * @param value the text of a JSON value, no white space around it
   */
  Cell of(String value) {
    return switch (value.charAt(0)) {
      case '"' -> new Cell(string(value), false);
      case '[' -> new Cell(elements(value), false);
      case '{' -> new Cell(JsonText.onOneLine(value), false);
      case 'n' -> new Cell("", false);
      case 't', 'f' -> new Cell(value, false);
      default -> new Cell(value, true);
    };
  }

  private String string(String value) {
    if (value.indexOf('\\') < 0) {
      return value.substring(1, value.length() - 1);
    }
    try (JsonParser parser = json.createParser(value.toCharArray())) {
      parser.nextToken();
      return parser.getText();
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from a string", impossible);
    }
  }

  private String elements(String array) {
    StringJoiner elements = new StringJoiner(BETWEEN_ELEMENTS);
    try (JsonParser parser = json.createParser(array.toCharArray())) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(element(FieldPicker.copyFrom(FieldPicker.start(parser), parser, array)));
      }
      return elements.toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from a string", impossible);
    }
  }

  private String element(String value) {
    return value.charAt(0) == '[' ? JsonText.onOneLine(value) : of(value).text();
  }
}
