package io.github.fetchcharacters.output;

import io.github.fetchcharacters.model.Character;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** One line a character. */
final class LineWriter implements RecordWriter {

  private final OutputStream out;
  private final Function<Character, String> line;

  /**
   * @param line the line without its end
   */
  LineWriter(OutputStream out, Function<Character, String> line) {
    this.out = out;
    this.line = line;
  }

  @Override
  public void write(Character character) throws IOException {
    out.write((line.apply(character) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void finish() {}
}
