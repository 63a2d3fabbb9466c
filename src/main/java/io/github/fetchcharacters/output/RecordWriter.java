package io.github.fetchcharacters.output;

import io.github.fetchcharacters.model.Character;
import java.io.IOException;

/** Writes characters in one format, as UTF-8 with {@code \n} line ends on every platform. */
public interface RecordWriter {

  /**
   * Writes one whole character.
   *
   * @throws IOException if the stream cannot take it
   */
  void write(Character character) throws IOException;

  /**
   * Writes the end of the format. Write nothing afterwards.
   *
   * @throws IOException if the stream cannot take it
   */
  void finish() throws IOException;
}
