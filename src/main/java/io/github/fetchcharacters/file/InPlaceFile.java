package io.github.fetchcharacters.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A device, or a file in a folder where this user can create no other. */
record InPlaceFile(Path path) implements ExportFile {

  @Override
  public void write(byte[] content) throws IOException {
    // An interrupt would close a channel.
    try (OutputStream out = new FileOutputStream(path.toFile())) {
      out.write(content);
    }
  }
}
