package io.github.fetchcharacters.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that an export goes to. */
public interface ExportFile extends AutoCloseable {

  /** The path of the file, links followed. */
  Path path();

  /**
   * Writes the whole content; call it once. An interrupt does not cut it short.
   *
   * @throws IOException if the write fails
   */
  void write(byte[] content) throws IOException;

  /** Closes what the file holds open. */
  @Override
  default void close() throws IOException {}

  /**
   * Returns the file at the path, once it is found writable; changes nothing.
   *
   * @throws IOException if it is not writable; the message says why, and the caller adds the path
   */
  static ExportFile at(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException(InputFile.notAFile(path));
    }
    if (Files.exists(path) && !Files.isWritable(path)) {
      throw new IOException("permission denied");
    }
    if (Files.isRegularFile(path) || !Files.exists(path)) {
      return ordinary(path);
    }
    return PipeFile.isPipe(path) ? PipeFile.open(path) : new InPlaceFile(path);
  }

  private static ExportFile ordinary(Path path) throws IOException {
    Path end = LinkEnd.of(path);
    if (end == null) {
      // With 2>&- descriptor 2 is whichever file this process opens first.
      throw new IOException("it names an open file by its number; give the file's own name");
    }
    if (Files.isWritable(end.resolveSibling("."))) {
      return new ReplacedFile(end);
    }
    if (!Files.exists(path)) {
      throw new IOException("permission denied");
    }
    return new InPlaceFile(end);
  }
}
