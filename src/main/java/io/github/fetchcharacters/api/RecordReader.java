package io.github.fetchcharacters.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.fetchcharacters.model.Character;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the API's answers token by token; of a record it keeps the text as it was sent. */
final class RecordReader {

  private final JsonParser parser;
  private final String text;

  /**
   * @param parser stands before the first token
   * @param text what it parses
   */
  RecordReader(JsonParser parser, String text) {
    this.parser = parser;
    this.text = text;
  }

  /** An answer that is one record. */
  Character character() throws IOException {
    open(JsonToken.START_OBJECT, "no record");
    return record();
  }

  /** An answer that is a list of records. */
  List<Character> characters() throws IOException {
    open(JsonToken.START_ARRAY, "no list of records");
    return records();
  }

  /** An answer that is a page of a list. */
  Page page() throws IOException {
    open(JsonToken.START_OBJECT, "no page");
    long count = -1;
    long pages = -1;
    List<Character> characters = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String member = parser.currentName();
      JsonToken value = parser.nextToken();
      if (member.equals("results") && value == JsonToken.START_ARRAY) {
        characters = records();
      } else if (member.equals("info") && value == JsonToken.START_OBJECT) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String figure = parser.currentName();
          long number = whole(parser.nextToken());
          count = figure.equals("count") ? number : count;
          pages = figure.equals("pages") ? number : pages;
          parser.skipChildren();
        }
      }
      parser.skipChildren();
    }
    return page(count, pages, characters);
  }

  /** Only an empty list has an empty page, and one that long would be no list of characters. */
  private static Page page(long count, long pages, @Nullable List<Character> characters) {
    if (count == 0 && characters != null && characters.isEmpty()) {
      return Page.EMPTY;
    }
    if (count < 1 || count > Integer.MAX_VALUE) {
      throw DecodeException.unusable("the page has no usable info.count");
    }
    if (pages < 1 || pages > count) {
      throw DecodeException.unusable("the page has no usable info.pages");
    }
    if (characters == null || characters.isEmpty()) {
      throw DecodeException.unusable("the page has no results");
    }
    return new Page(count, pages, characters);
  }

  private void open(JsonToken wanted, String otherwise) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw DecodeException.malformed("the answer is empty", null);
    }
    if (first != wanted) {
      throw DecodeException.unusable(
          "the answer is " + otherwise + ", it begins with " + first.asString());
    }
  }

  /** The parser being at the start of the array; leaves it at the end. */
  private List<Character> records() throws IOException {
    List<Character> records = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw DecodeException.unusable("the answer has a record that is no object");
      }
      records.add(record());
    }
    return records;
  }

  /** The parser being at the start of the object; leaves it at the end. */
  private Character record() throws IOException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    long id = 0;
    String name = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String member = parser.currentName();
      JsonToken value = parser.nextToken();
      if (member.equals("id")) {
        id = whole(value);
      } else if (member.equals("name")) {
        name = value == JsonToken.VALUE_STRING ? parser.getText() : null;
      }
      parser.skipChildren();
    }
    int end = (int) parser.currentLocation().getCharOffset();
    return character(id, name, text.substring(start, end));
  }

  private static Character character(long id, @Nullable String name, String record) {
    if (id == 0) {
      throw DecodeException.unusable("the record has no usable id");
    }
    if (name == null || name.isEmpty()) {
      throw DecodeException.unusable("the record has no usable name");
    }
    return new Character(id, name, record);
  }

  /** The number, or 0 where it is no whole number in the range of a {@code long}. */
  private long whole(JsonToken value) throws IOException {
    boolean fits =
        value == JsonToken.VALUE_NUMBER_INT
            && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    return fits ? parser.getLongValue() : 0;
  }
}
