package io.github.fetchcharacters.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where an export is written to. */
public interface ExportFile extends AutoCloseable {

  /** Where it is, links followed. */
  Path path();

  /**
   * Writes all of it, once. An interrupt does not cut it short.
   *
   * @throws IOException if it cannot be written
   */
  void write(byte[] content) throws IOException;

  /** Gives up what it holds open. */
  @Override
  default void close() throws IOException {}

  /**
   * Checks that there can be written to the path, and changes nothing.
   *
   * @throws IOException if there cannot; the message says why and leaves it to the caller to name
   *     the path
   */
  static ExportFile at(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException("it is a directory");
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
    if (end != null && Files.isWritable(end.resolveSibling("."))) {
      return new ReplacedFile(end);
    }
    if (!Files.exists(path)) {
      throw new IOException("permission denied");
    }
    return new InPlaceFile(end == null ? path : end);
  }
}
