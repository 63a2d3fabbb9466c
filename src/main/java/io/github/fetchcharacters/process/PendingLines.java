package io.github.fetchcharacters.process;

import io.github.fetchcharacters.model.InWords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a queue in memory, up to a number of bytes, and the count of those left out. For one
 * thread at a time, under the queue's lock.
 */
final class PendingLines {

  private final int maxBytes;
  private final Deque<byte[]> lines = new ArrayDeque<>();
  private long bytes;

  /** Lines left out since the last one that had room. */
  private int omitted;

  PendingLines(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  int size() {
    return lines.size();
  }

  /** The first line; there must be one. */
  byte[] first() {
    return lines.element();
  }

  /** The last line; null without one. */
  byte @Nullable [] last() {
    return lines.peekLast();
  }

  /** Whether a line has room; counts it as left out if it has not. */
  boolean hasRoomFor(byte[] line) {
    boolean room = bytes + line.length <= maxBytes;
    omitted += room ? 0 : 1;
    return room;
  }

  /** Adds a line, even beyond the limit. */
  void add(byte[] line) {
    lines.add(line);
    bytes += line.length;
  }

  void removeFirst() {
    bytes -= lines.remove().length;
  }

  /** Returns a line about those left out, and begins to count anew; null for none. */
  byte @Nullable [] takeOmitted() {
    if (omitted == 0) {
      return null;
    }
    String lost = InWords.counted(omitted, "line", "lines");
    String note = "fetch-characters: " + lost + " left out: standard error was not read\n";
    omitted = 0;
    return note.getBytes(StandardCharsets.UTF_8);
  }
}
