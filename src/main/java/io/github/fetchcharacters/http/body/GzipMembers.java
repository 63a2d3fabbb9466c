package io.github.fetchcharacters.http.body;

import io.github.fetchcharacters.http.TransportException;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Expands gzip data, RFC 1952, member after member in a loop: {@code GZIPInputStream} calls itself
 * once for each empty member, so that some thousands of them overflow the stack; and it ignores
 * what follows the last one. For one use.
 */
final class GzipMembers {

  /** ID1, ID2 and the only method, deflate (section 2.3.1). */
  private static final byte[] MAGIC = {0x1F, (byte) 0x8B, 8};

  /** MTIME, XFL and OS. */
  private static final int UNREAD = 6;

  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final ByteBuffer data;
  private final ByteArrayOutputStream expanded = new ByteArrayOutputStream();
  private final byte[] chunk = new byte[8192];

  /**
   * @param bytes the data, at least one byte; not changed
   */
  GzipMembers(byte[] bytes) {
    this.data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Expands all members.
   *
   * @param limit max bytes
   * @throws TransportException if they hold more, or the data is not well-formed to its last byte
   */
  byte[] expanded(int limit) {
    Inflater inflater = new Inflater(true);
    try {
      while (data.hasRemaining()) {
        skipHeader();
        expand(inflater, limit);
        inflater.reset();
      }
      return expanded.toByteArray();
    } catch (BufferUnderflowException cut) {
      throw damaged("is cut short");
    } catch (DataFormatException malformed) {
      throw damaged("is damaged");
    } finally {
      inflater.end();
    }
  }

  private void skipHeader() {
    skipMagic();
    int flags = data.get();
    if ((flags & RESERVED) != 0) {
      throw damaged("is damaged");
    }
    skip(UNREAD);
    if ((flags & EXTRA) != 0) {
      skip(Short.toUnsignedInt(data.getShort()));
    }
    skipText(flags & NAME);
    skipText(flags & COMMENT);
    // The checksum takes two bytes, which is the value of its flag, too.
    skip(flags & HEADER_CRC);
  }

  /** Data that ends within the magic only has to agree so far. */
  private void skipMagic() {
    int start = data.position();
    int end = Math.min(start + MAGIC.length, data.limit());
    if (!Arrays.equals(data.array(), start, end, MAGIC, 0, end - start)) {
      throw damaged(start == 0 ? "is damaged" : "is followed by something else");
    }
    skip(MAGIC.length);
  }

  private void skipText(int present) {
    while (present != 0 && data.get() != 0) {
      // A zero ends the text.
    }
  }

  private void skip(int count) {
    if (count > data.remaining()) {
      throw new BufferUnderflowException();
    }
    data.position(data.position() + count);
  }

  private void expand(Inflater inflater, int limit) throws DataFormatException {
    CRC32 sum = new CRC32();
    inflater.setInput(data);
    while (!inflater.finished()) {
      int count = inflater.inflate(chunk);
      if (count == 0 && !inflater.finished()) {
        throw new BufferUnderflowException();
      }
      if (!LimitedBody.hasRoom(expanded.size(), count, limit)) {
        throw LimitedBody.tooLarge(limit);
      }
      sum.update(chunk, 0, count);
      expanded.write(chunk, 0, count);
    }
    checkTrailer((int) sum.getValue(), (int) inflater.getBytesWritten());
  }

  private void checkTrailer(int sum, int size) {
    int sentSum = data.getInt();
    int sentSize = data.getInt();
    if (sentSum != sum || sentSize != size) {
      throw damaged("is damaged");
    }
  }

  private static TransportException damaged(String how) {
    return new TransportException(
        TransportException.Kind.LOST, "the gzip data of the answer " + how, null);
  }
}
