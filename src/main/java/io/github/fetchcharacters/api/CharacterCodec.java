package io.github.fetchcharacters.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.fetchcharacters.model.Character;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Builds the requests and reads the answers: shared by every mode, and free of I/O. Safe for use by
 * many threads.
 */
public final class CharacterCodec {

  private static final int OK = 200;

  /** Streams, with Jackson's own limits on nesting (1,000) and number length (1,000 digits). */
  private final JsonFactory json = JsonFactory.builder().build();

  private final String base;
  private final InstantSource clock;

  /**
   * @param base where the API is, for example {@code https://rickandmortyapi.com/api}; with or
   *     without a slash at its end
   * @param clock tells when an answer came, to read a Retry-After that is a date
   */
  public CharacterCodec(URI base, InstantSource clock) {
    String text = base.toString();
    this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    this.clock = clock;
  }

  Query<Character> character(long id) {
    return new Query<>(
        "character with id " + id,
        URI.create(base + "/character/" + id),
        reply -> decodeCharacter(reply, id),
        Character::name);
  }

  Character decodeCharacter(Reply reply, long id) {
    requireOk(reply);
    String text = utf8(reply.body());
    try (JsonParser parser = json.createParser(text)) {
      parser.nextToken();
      Character character = character(parser, text);
      if (parser.nextToken() != null) {
        throw DecodeException.malformed("the answer goes on after the record", null);
      }
      if (character.id() != id) {
        throw DecodeException.unusable("the answer is the record of another id, " + character.id());
      }
      return character;
    } catch (StreamConstraintsException hostile) {
      throw DecodeException.unusable("the answer is beyond reason: " + firstLine(hostile));
    } catch (JsonEOFException cut) {
      throw DecodeException.malformed("the answer is cut short", cut);
    } catch (JsonProcessingException malformed) {
      throw DecodeException.malformed("the answer is not JSON: " + firstLine(malformed), malformed);
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from a string", impossible);
    }
  }

  /** Reads one record, the parser being at its first token; leaves it at the last. */
  private static Character character(JsonParser parser, String text) throws IOException {
    JsonToken first = parser.currentToken();
    if (first == null) {
      throw DecodeException.malformed("the answer is empty", null);
    }
    if (first != JsonToken.START_OBJECT) {
      throw DecodeException.unusable("the answer is no record, it begins with " + first.asString());
    }
    int start = (int) parser.currentTokenLocation().getCharOffset();
    long id = 0;
    String name = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String member = parser.currentName();
      JsonToken value = parser.nextToken();
      if (member.equals("id")) {
        id = idOf(parser, value);
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

  /** The id, or 0 where it is no whole number in the range of a {@code long}. */
  private static long idOf(JsonParser parser, JsonToken value) throws IOException {
    boolean fits =
        value == JsonToken.VALUE_NUMBER_INT
            && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    return fits ? parser.getLongValue() : 0;
  }

  private void requireOk(Reply reply) {
    if (reply.status() != OK) {
      throw new StatusException(
          reply.status(),
          StatusText.of(reply, errorText(reply)),
          reply.retryAfter() == null
              ? null
              : RetryAfter.parse(reply.retryAfter(), clock.instant()).orElse(null));
    }
  }

  /**
   * What the API says of an error, {@code {"error":"…"}}; null where the body is not of that form.
   */
  private @Nullable String errorText(Reply reply) {
    try (JsonParser parser = json.createParser(reply.body())) {
      if (parser.nextToken() == JsonToken.START_OBJECT
          && "error".equals(parser.nextFieldName())
          && parser.nextToken() == JsonToken.VALUE_STRING) {
        return parser.getText();
      }
      return null;
    } catch (IOException notJson) {
      return null;
    }
  }

  /** RFC 8259, section 8.1: JSON is UTF-8, and a byte order mark may be ignored. */
  private static String utf8(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException malformed) {
      throw DecodeException.malformed("the answer is not UTF-8", malformed);
    }
  }

  private static String firstLine(JsonProcessingException failure) {
    String message = failure.getOriginalMessage();
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
