package io.github.fetchcharacters.cache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fetchcharacters.model.Digits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an entry's file: a line for the version, a line for the checksum of all that follows
 * it, five lines for the entry's name, time, two validators and length, and the body.
 */
final class EntryFormat {

  private static final String VERSION = "fetch-characters answer 1\n";

  /** Bytes of the first two lines. */
  private static final int SEAL = VERSION.length() + 9;

  private static final int LINES = 5;

  /** Digits that fit a {@code long}: until the year 5138 a time in milliseconds has 14. */
  private static final int MAX_DIGITS = 14;

  private EntryFormat() {}

  static byte[] encode(String name, Entry entry) {
    byte[] lines =
        String.join(
                "\n",
                name,
                Long.toString(entry.stored().toEpochMilli()),
                orEmpty(entry.etag()),
                orEmpty(entry.lastModified()),
                Integer.toString(entry.body().length),
                "")
            .getBytes(ISO_8859_1);
    byte[] all = new byte[SEAL + lines.length + entry.body().length];
    System.arraycopy(lines, 0, all, SEAL, lines.length);
    System.arraycopy(entry.body(), 0, all, SEAL + lines.length, entry.body().length);
    return sealed(all);
  }

  /** Puts the first two lines in their place. */
  static byte[] sealed(byte[] all) {
    System.arraycopy(seal(all), 0, all, 0, SEAL);
    return all;
  }

  /** Returns the entry; null if the bytes are not a whole entry of this name and version. */
  static @Nullable Entry decode(String name, byte[] bytes) {
    boolean whole = bytes.length > SEAL && Arrays.equals(bytes, 0, SEAL, seal(bytes), 0, SEAL);
    return whole ? unsealed(name, bytes) : null;
  }

  private static @Nullable Entry unsealed(String name, byte[] bytes) {
    List<String> lines = new ArrayList<>(LINES);
    int start = SEAL;
    for (int at = SEAL; at < bytes.length && lines.size() < LINES; at++) {
      if (bytes[at] == '\n') {
        lines.add(new String(bytes, start, at - start, ISO_8859_1));
        start = at + 1;
      }
    }
    byte[] body = Arrays.copyOfRange(bytes, start, bytes.length);
    boolean fits =
        lines.size() == LINES
            && lines.get(0).equals(name)
            && lines.get(4).equals(Integer.toString(body.length));
    return fits ? entry(lines, body) : null;
  }

  private static @Nullable Entry entry(List<String> lines, byte[] body) {
    OptionalLong millis = Digits.read(lines.get(1), MAX_DIGITS);
    return millis.isEmpty()
        ? null
        : new Entry(
            Instant.ofEpochMilli(millis.getAsLong()),
            orNull(lines.get(2)),
            orNull(lines.get(3)),
            body);
  }

  private static byte[] seal(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, SEAL, bytes.length - SEAL);
    String hex = Long.toHexString(sum.getValue() | 1L << 32).substring(1);
    return (VERSION + hex + "\n").getBytes(ISO_8859_1);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
