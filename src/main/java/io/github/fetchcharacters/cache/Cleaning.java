package io.github.fetchcharacters.cache;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Bounds a cache: removes what was not used for long, what a killed run left half written, and of
 * the rest the longest unused beyond a size.
 *
 * @param maxSize bytes on disk, about
 */
record Cleaning(Path folder, InstantSource clock, long maxSize) {

  /** Its time is that of the last cleaning. */
  private static final String MARK = "cleaned";

  private static final Duration INTERVAL = Duration.ofDays(1);
  private static final Duration MAX_UNUSED = Duration.ofDays(30);

  /** No run takes so long to write a file. */
  private static final Duration MAX_WRITING = Duration.ofHours(1);

  /** Whether the last cleaning was a day ago or more, or seems to come yet. */
  boolean isDue() {
    Instant last = Instant.ofEpochMilli(new File(folder.toFile(), MARK).lastModified());
    Duration since = Duration.between(last, clock.instant());
    return since.isNegative() || since.compareTo(INTERVAL) >= 0;
  }

  /**
   * Cleans, and remembers that.
   *
   * @throws IOException if the folder cannot be read, or written
   */
  void run() throws IOException {
    Inventory found = Inventory.of(folder);
    removeUnused(found.temporary(), MAX_WRITING);
    shrink(removeUnused(found.entries(), MAX_UNUSED));
    Path mark = folder.resolve(MARK);
    EntryFile.replace(mark, new byte[0]);
    Files.setLastModifiedTime(mark, FileTime.from(clock.instant()));
  }

  /** Returns the others. */
  private List<Inventory.Item> removeUnused(List<Inventory.Item> items, Duration max)
      throws IOException {
    Instant limit = clock.instant().minus(max);
    List<Inventory.Item> rest = new ArrayList<>();
    for (Inventory.Item item : items) {
      if (item.used().isBefore(limit)) {
        Files.deleteIfExists(item.path());
      } else {
        rest.add(item);
      }
    }
    return rest;
  }

  private void shrink(List<Inventory.Item> items) throws IOException {
    items.sort(Comparator.comparing(Inventory.Item::used));
    long size = items.stream().mapToLong(Inventory.Item::size).sum();
    for (Inventory.Item oldest : items) {
      if (size <= maxSize) {
        return;
      }
      Files.deleteIfExists(oldest.path());
      size -= oldest.size();
    }
  }
}
