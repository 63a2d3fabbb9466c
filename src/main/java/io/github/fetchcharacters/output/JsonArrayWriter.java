package io.github.fetchcharacters.output;

import io.github.fetchcharacters.model.Character;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One JSON array of all records, a line each; well-formed as soon as it is finished. */
final class JsonArrayWriter implements RecordWriter {

  private final OutputStream out;
  private boolean empty = true;

  JsonArrayWriter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(Character character) throws IOException {
    put((empty ? "[\n" : ",\n") + JsonText.onOneLine(character.json()));
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
