package io.github.fetchcharacters.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Turns a body into JSON, and the parser's exceptions into failures. Safe for use by many threads.
 */
final class BodyReader {

  /** Stands for malformed input; the server may also have sent it. */
  private static final char REPLACEMENT = '\uFFFD';

  /** Streams, with Jackson's own limits on nesting (1,000) and number length (1,000 digits). */
  private final JsonFactory json = JsonFactory.builder().build();

  /** Reads a value. */
  interface Reading<T> {
    T from(RecordReader reader) throws IOException;
  }

  /**
   * Reads a whole body.
   *
   * @throws DecodeException if the body is not one JSON text in UTF-8, or the reading fails
   */
  <T> T read(byte[] body, Reading<T> reading) {
    String text = utf8(body);
    try (JsonParser parser = json.createParser(text)) {
      T value = reading.from(new RecordReader(parser, text));
      if (parser.nextToken() != null) {
        throw DecodeException.malformed("the answer goes on after the record", null);
      }
      return value;
    } catch (StreamConstraintsException hostile) {
      throw DecodeException.unusable(
          "the answer's JSON is too deep or too long: " + firstLine(hostile));
    } catch (JsonEOFException cut) {
      throw DecodeException.malformed("the answer is cut short", cut);
    } catch (JsonProcessingException malformed) {
      throw DecodeException.malformed("the answer is not JSON: " + firstLine(malformed), malformed);
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from a string", impossible);
    }
  }

  /** RFC 8259, section 8.1: JSON is UTF-8, and a byte order mark may be ignored. */
  private static String utf8(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(body);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Checks the bytes, which takes several times as long as to decode them. */
  private static void requireUtf8(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
    } catch (CharacterCodingException malformed) {
      throw DecodeException.malformed("the answer is not UTF-8", malformed);
    }
  }

  private static String firstLine(JsonProcessingException failure) {
    String message = failure.getOriginalMessage();
    int end = message.indexOf('\n');
    return withoutAdvice(end < 0 ? message : message.substring(0, end));
  }

  /** Leaves out how a program would set its limits, read more, or show the text. */
  private static String withoutAdvice(String message) {
    return message
        .replaceAll(", from `[^`]*`|: enable `[^`]*` to allow| \\(not recognized [^)]*\\)", "")
        .replaceAll("\\[Source: [^;]*; line: (\\d+), column: (\\d+)]", "line $1, column $2");
  }
}
