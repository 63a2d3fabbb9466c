package io.github.fetchcharacters.output;

import io.github.fetchcharacters.model.Character;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * One JSON array of all records, a line each; well-formed as soon as it is finished. For one
 * thread.
 */
final class JsonArrayWriter implements RecordWriter {

  private final OutputStream out;
  private final Function<Character, String> element;
  private boolean empty = true;

  /**
   * @param element a JSON text on one line
   */
  JsonArrayWriter(OutputStream out, Function<Character, String> element) {
    this.out = out;
    this.element = element;
  }

  @Override
  public void write(Character character) throws IOException {
    put((empty ? "[\n" : ",\n") + element.apply(character));
    empty = false;
  }

  @Override
  public void finish() throws IOException {
    put(empty ? "[]\n" : "\n]\n");
  }

  private void put(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
