package io.github.fetchcharacters.demo.character;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The ids that the last part of a path asks for: one number, several with commas between, or an
 * array of JSON. The numbers are JavaScript's: some, such as 1.5, have no character.
 *
 * @param numbers in the request's order, repeats included
 * @param single whether the answer is one character and no array
 */
record RequestedIds(List<Double> numbers, boolean single) {
  /**
   * Reads the decoded part of the path.
   *
   * @throws RouteException if it names no ids
   */
  static RequestedIds parse(String text) throws RouteException {
    int bracket = text.indexOf('[');
    if (bracket >= 0 || text.indexOf(']') >= 0) {
      boolean full = bracket >= 0 && bracket < text.length() - 2 && text.endsWith("]");
      return new RequestedIds(array(full ? text : ""), false);
    }
    boolean list = text.length() > 1 && text.indexOf(',') >= 0;
    return list ? new RequestedIds(list(text), false) : one(text);
  }

  private static RequestedIds one(String text) throws RouteException {
    if (Double.isNaN(JsNumber.parseInt(text))) {
      throw new RouteException(500, "Hey! you must provide an id");
    }
    return new RequestedIds(List.of(number(text, text)), true);
  }

  private static List<Double> list(String text) throws RouteException {
    List<Double> numbers = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      numbers.add(number(text.substring(start, end), "NaN"));
      start = end + 1;
    }
    return numbers;
  }

  private static double number(String text, String named) throws RouteException {
    double number = JsNumber.of(text);
    if (Double.isNaN(number)) {
      throw noNumber(named);
    }
    return number;
  }

  /** The text is Mongoose's, by which the public API reads its database. */
  private static RouteException noNumber(String value) {
    return new RouteException(
        500,
        "Cast to Number failed for value \"" + value + "\" at path \"id\" for model \"Character\"");
  }

  private static List<Double> array(String json) throws RouteException {
    List<String> elements = new ArrayList<>();
    try (JsonParser parser = JsonBody.FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw badArray();
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(element(parser, json));
      }
      if (parser.nextToken() != null) {
        throw badArray();
      }
    } catch (IOException e) {
      throw badArray();
    }
    List<Double> numbers = new ArrayList<>();
    for (String element : elements) {
      numbers.add(number(element, element));
    }
    return numbers;
  }

  /** Returns the text that Mongoose reads a number from; empty, which is no id, for null. */
  private static String element(JsonParser parser, String json) throws IOException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    JsonToken token = parser.currentToken();
    parser.skipChildren();
    return switch (token) {
      case VALUE_NULL, VALUE_FALSE -> "";
      case VALUE_TRUE -> "1";
      case START_ARRAY, START_OBJECT ->
          json.substring(start, (int) parser.currentLocation().getCharOffset());
      default -> parser.getText();
    };
  }

  private static RouteException badArray() {
    return new RouteException(500, "Bad... bad array :/");
  }
}
