package io.github.fetchcharacters.demo.character;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The body of an answer: one JSON value. */
interface JsonBody {
  /** Escapes in lower case, as {@code JSON.stringify} of ECMAScript does. */
  JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build();

  /** Writes the value. */
  void writeTo(JsonGenerator json) throws IOException;

  /** Returns the value as compact JSON text. */
  default String text() {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      writeTo(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to a string", impossible);
    }
    return text.toString();
  }
}
