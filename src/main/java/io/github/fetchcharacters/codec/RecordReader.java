package io.github.fetchcharacters.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.fetchcharacters.codec.Records.Unusable;
import io.github.fetchcharacters.model.Character;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the API's answers token by token, and keeps the text of each record as sent. */
final class RecordReader {

  /** The max ids of one request; each unusable record takes a line on standard error. */
  private static final int MAX_UNUSABLE = 100;

  private final JsonParser parser;
  private final String text;

  /**
   * @param parser stands before the first token
   * @param text the text that it parses
   */
  RecordReader(JsonParser parser, String text) {
    this.parser = parser;
    this.text = text;
  }

  /** Reads an answer that is one record. */
  Character character() throws IOException {
    open(JsonToken.START_OBJECT, "no record");
    Records alone = new Records(new ArrayList<>(1), new ArrayList<>(0));
    readRecord(alone, 1);
    if (!alone.unusable().isEmpty()) {
      throw alone.unusable().get(0).failure();
    }
    return alone.characters().get(0);
  }

  /** Reads an answer that is a list of records. */
  Records characters() throws IOException {
    open(JsonToken.START_ARRAY, "no list of records");
    return records();
  }

  /** Reads an answer that is a page of a list; a missing figure is -1, a missing list empty. */
  Page page() throws IOException {
    open(JsonToken.START_OBJECT, "no page");
    long count = -1;
    long pages = -1;
    Records records = new Records(List.of(), List.of());
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String member = parser.currentName();
      JsonToken value = parser.nextToken();
      if (member.equals("results") && value == JsonToken.START_ARRAY) {
        records = records();
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
    return new Page(
        count,
        pages,
        records.characters(),
        records.unusable().stream().map(Unusable::failureInList).toList());
  }

  private void open(JsonToken wanted, String otherwise) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw DecodeException.malformed("the answer is empty", null);
    }
    if (first != wanted) {
      throw DecodeException.unusable(
          "the answer is " + otherwise + ", it begins with " + inWords(first));
    }
  }

  private static String inWords(JsonToken first) {
    if (first.isNumeric()) {
      return "a number";
    }
    return first == JsonToken.VALUE_STRING ? "a string" : first.asString();
  }

  /** Moves the parser from the start of the array to its end. */
  private Records records() throws IOException {
    Records records = new Records(new ArrayList<>(), new ArrayList<>());
    for (int position = 1; parser.nextToken() != JsonToken.END_ARRAY; position++) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        readRecord(records, position);
      } else {
        parser.skipChildren();
        records.unusable().add(new Unusable(position, 0, "is no object"));
      }
      if (records.unusable().size() > MAX_UNUSABLE) {
        throw DecodeException.unusable(
            "the answer has more than " + MAX_UNUSABLE + " records that cannot be used");
      }
    }
    return records;
  }

  /** Moves the parser from the start of the object to its end. */
  private void readRecord(Records records, int position) throws IOException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    long id = 0;
    String name = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String member = parser.currentName();
      JsonToken value = parser.nextToken();
      if (member.equals("id")) {
        id = Math.max(0, whole(value));
      } else if (member.equals("name")) {
        name = value == JsonToken.VALUE_STRING ? parser.getText() : null;
      }
      parser.skipChildren();
    }
    int end = (int) parser.currentLocation().getCharOffset();
    if (id == 0) {
      records.unusable().add(new Unusable(position, 0, "has no usable id"));
    } else if (name == null || name.isEmpty()) {
      records.unusable().add(new Unusable(position, id, "has no usable name"));
    } else {
      records.characters().add(new Character(id, name, text.substring(start, end)));
    }
  }

  /** Returns the number, or 0 for any but a whole number in the range of a {@code long}. */
  private long whole(JsonToken value) throws IOException {
    boolean fits =
        value == JsonToken.VALUE_NUMBER_INT
            && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    return fits ? parser.getLongValue() : 0;
  }
}
