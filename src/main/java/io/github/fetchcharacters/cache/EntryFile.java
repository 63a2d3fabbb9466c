package io.github.fetchcharacters.cache;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Reads and replaces the file of an entry; a reader sees all of a file or none of it. */
final class EntryFile {

  /** How the name of a file begins that is being written. */
  static final String TEMPORARY = "new-";

  private EntryFile() {}

  /**
   * Reads an ordinary file.
   *
   * @param max bytes of the largest file
   * @return null without one, or if it is larger or unreadable
   */
  static byte @Nullable [] read(Path path, int max) {
    // Not by the methods of Files, which make an exception for each file that is missing.
    File file = path.toFile();
    if (!file.isFile() || file.length() > max) {
      return null;
    }
    try (InputStream in = new FileInputStream(file)) {
      return in.readNBytes(max);
    } catch (IOException unreadable) {
      return null;
    }
  }

  /**
   * Writes a file beside the old one and moves it there.
   *
   * @throws DirectoryNotEmptyException if a directory with files stands in its place
   * @throws IOException if that fails; the old file stands then
   */
  static void replace(Path path, byte[] content) throws IOException {
    String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
    Path beside = path.resolveSibling(TEMPORARY + random);
    try {
      try (WritableByteChannel out =
          Files.newByteChannel(
              beside,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              attributes())) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
      }
      move(beside, path);
    } catch (IOException failed) {
      Files.deleteIfExists(beside);
      throw failed;
    }
  }

  /** No file takes the place of a directory: an empty one makes room. */
  private static void move(Path beside, Path path) throws IOException {
    try {
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        throw failed;
      }
      Files.delete(path);
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Removes a file if it is there; a folder that cannot be written is no failure otherwise. */
  static void remove(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(path);
    }
  }

  private static FileAttribute<?>[] attributes() {
    return CacheFolder.isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
