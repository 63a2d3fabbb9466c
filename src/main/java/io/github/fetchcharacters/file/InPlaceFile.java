package io.github.fetchcharacters.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A device, or a file in a folder that takes no other beside it. */
record InPlaceFile(Path path) implements ExportFile {

  @Override
  public void write(byte[] content) throws IOException {
    // Unlike a channel it is not closed by an interrupt.
    try (OutputStream out = new FileOutputStream(path.toFile())) {
      out.write(content);
    }
  }
}
