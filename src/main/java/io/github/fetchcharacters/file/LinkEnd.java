package io.github.fetchcharacters.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Follows symbolic links, also to a file that does not exist yet. */
final class LinkEnd {

  /** Where systems without /proc have a process's descriptors. */
  private static final Path DESCRIPTORS = Path.of("/dev/fd");

  /** The limit of Linux (path_resolution(7)). */
  private static final int MAX_LINKS = 40;

  private LinkEnd() {}

  /**
   * Returns the file behind all links, in a folder without any; null for the number of an open
   * file, such as /dev/stderr or /dev/fd/3.
   *
   * @throws IOException if there is no such folder, or the links form a circle; the message has the
   *     reason
   */
  static @Nullable Path of(Path path) throws IOException {
    Path end = path.toAbsolutePath();
    for (int links = 0; links < MAX_LINKS; links++) {
      Path folder = realFolder(end);
      if (folder.startsWith("/proc") || folder.equals(DESCRIPTORS)) {
        return null;
      }
      end = folder.resolve(end.getFileName());
      if (!Files.isSymbolicLink(end)) {
        return end;
      }
      end = folder.resolve(Files.readSymbolicLink(end));
    }
    throw new IOException("its links go in a circle");
  }

  private static Path realFolder(Path path) throws IOException {
    try {
      return path.resolveSibling(".").toRealPath();
    } catch (NoSuchFileException missing) {
      throw new IOException("there is no such folder", missing);
    }
  }
}
