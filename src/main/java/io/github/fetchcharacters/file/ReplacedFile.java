package io.github.fetchcharacters.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears, or replaces an old one, in one step: a reader sees all of the old content or
 * all of the new.
 *
 * @param path its path; no link
 */
record ReplacedFile(Path path) implements ExportFile {

  @Override
  public void write(byte[] content) throws IOException {
    Path beside = path.resolveSibling(".fetch-characters-" + randomName());
    try {
      Files.createFile(beside);
      if (!copyAttributes(beside)) {
        new InPlaceFile(path).write(content);
        return;
      }
      // An interrupt would close a channel.
      try (OutputStream out = new FileOutputStream(beside.toFile())) {
        out.write(content);
      }
      move(beside);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static String randomName() {
    return Long.toHexString(ThreadLocalRandom.current().nextLong());
  }

  /**
   * Copies the owner, the group and the mode of the old file, before the new one has any content.
   *
   * @return false if this user may not
   */
  private boolean copyAttributes(Path beside) throws IOException {
    PosixFileAttributes old = attributes(path);
    PosixFileAttributes made = attributes(beside);
    if (old == null || made == null) {
      return true;
    }
    PosixFileAttributeView view = view(beside);
    try {
      if (!made.owner().equals(old.owner())) {
        view.setOwner(old.owner());
      }
      if (!made.group().equals(old.group())) {
        view.setGroup(old.group());
      }
      view.setPermissions(old.permissions());
      return true;
    } catch (IOException notAllowed) {
      return false;
    }
  }

  /** The attributes; null without a file, or on a system without such attributes. */
  private static @Nullable PosixFileAttributes attributes(Path file) throws IOException {
    PosixFileAttributeView view = view(file);
    return view != null && Files.exists(file) ? view.readAttributes() : null;
  }

  private static PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }

  private void move(Path beside) throws IOException {
    try {
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unable) {
      Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
