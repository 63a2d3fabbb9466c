package io.github.fetchcharacters.cache;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of a cache.
 *
 * @param entries those that hold an answer
 * @param temporary those that are being written, or were when a run was killed
 */
public record Inventory(List<Item> entries, List<Item> temporary) {

  /** The hexadecimal digits of a SHA-256 digest. */
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

  /** The space that most file systems give a small file. */
  private static final long BLOCK = 4096;

  /**
   * A file.
   *
   * @param used when its answer was stored, or used more than a day later
   * @param size bytes on disk, about
   */
  public record Item(Path path, Instant used, long size) {

    private static Item of(Path path, BasicFileAttributes found) {
      long blocks = (found.size() + BLOCK - 1) / BLOCK;
      return new Item(path, found.lastModifiedTime().toInstant(), blocks * BLOCK);
    }

    /** When the server sent or confirmed the answer; null if the file is damaged. */
    public @Nullable Instant stored() {
      byte[] bytes = EntryFile.read(path, AnswerStore.MAX_FILE);
      Entry entry = bytes == null ? null : EntryFormat.decode(path.getFileName().toString(), bytes);
      return entry == null ? null : entry.stored();
    }
  }

  /**
   * Lists a folder, without files of others.
   *
   * @throws IOException if it cannot be read
   */
  public static Inventory of(Path folder) throws IOException {
    Inventory inventory = new Inventory(new ArrayList<>(), new ArrayList<>());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        inventory.add(file);
      }
    } catch (NoSuchFileException | NotDirectoryException none) {
      // Nothing has been kept yet.
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
    return inventory;
  }

  private void add(Path file) throws IOException {
    String name = file.getFileName().toString();
    boolean entry = NAME.matcher(name).matches();
    if (entry || name.startsWith(EntryFile.TEMPORARY)) {
      try {
        Item item = Item.of(file, Files.readAttributes(file, BasicFileAttributes.class));
        (entry ? entries : temporary).add(item);
      } catch (NoSuchFileException gone) {
        // Another run has moved or removed it.
      }
    }
  }

  /** Bytes of the entries on disk, about. */
  public long size() {
    return entries.stream().mapToLong(Item::size).sum();
  }

  /**
   * Removes all files.
   *
   * @throws IOException if one cannot be removed
   */
  public void clear() throws IOException {
    for (List<Item> all : List.of(entries, temporary)) {
      for (Item item : all) {
        Files.deleteIfExists(item.path());
      }
    }
  }
}
