package io.github.fetchcharacters.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the API's error text: {@code {"error":"…"}}, with any other members beside it. */
final class ErrorText {

  private static final JsonFactory JSON = JsonFactory.builder().build();

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
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    for (String member = parser.nextFieldName(); member != null; member = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (member.equals("error")
          && value == JsonToken.VALUE_STRING
          && !parser.getText().isBlank()) {
        return parser.getText();
      }
      parser.skipChildren();
    }
    return null;
  }
}
