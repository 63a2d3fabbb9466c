package io.github.fetchcharacters.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the API's error text: {@code {"error":"…"}}, or as gateways before an API write it, {@code
 * {"error":{"message":"…"}}}; with any other members beside it.
 */
final class ErrorText {

  private static final JsonFactory JSON = JsonFactory.builder().build();

  private static final String ERROR = "error";

  private ErrorText() {}

  /**
   * Returns the text, not blank; null if the body has none.
   *
   * @param body in UTF-8, UTF-16 or UTF-32, by its first bytes (RFC 4627, section 3); any other is
   *     read as ISO 8859-1, in which every byte is a character
   */
  static @Nullable String of(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      return of(parser);
    } catch (IOException notUnicodeOrNotJson) {
      return ofLatin(body);
    }
  }

  private static @Nullable String ofLatin(byte[] body) {
    try (JsonParser parser = JSON.createParser(new String(body, ISO_8859_1))) {
      return of(parser);
    } catch (IOException notJson) {
      return null;
    }
  }

  private static @Nullable String of(JsonParser parser) throws IOException {
    return parser.nextToken() == JsonToken.START_OBJECT ? ofMember(ERROR, parser) : null;
  }

  /** Leaves the object that the parser is in, unless it finds the text. */
  private static @Nullable String ofMember(String name, JsonParser parser) throws IOException {
    for (String member = parser.nextFieldName(); member != null; member = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      String text = member.equals(name) ? ofValue(name, value, parser) : null;
      if (text != null) {
        return text;
      }
      parser.skipChildren();
    }
    return null;
  }

  private static @Nullable String ofValue(String name, JsonToken value, JsonParser parser)
      throws IOException {
    if (value == JsonToken.START_OBJECT && name.equals(ERROR)) {
      return ofMember("message", parser);
    }
    return value == JsonToken.VALUE_STRING && !parser.getText().isBlank() ? parser.getText() : null;
  }
}
