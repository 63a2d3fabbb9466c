package io.github.fetchcharacters.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests from the bytes of one connection as they arrive, and skips their bodies. For use
 * by one thread at a time.
 */
final class RequestReader {
  /** Node.js's default limit ({@code --max-http-header-size}). */
  private static final int MAX_HEAD = 16_384;

  private final List<String> lines = new ArrayList<>();
  private byte[] bytes = new byte[1024];
  private int start;
  private int end;
  private int headLength;
  private @Nullable Request head;
  private boolean continues;
  private boolean chunked;
  private boolean inChunk;
  private boolean lastChunk;
  private long bodyLeft;

  /** Reads the bytes that have arrived; -1 at the end of the stream. */
  int readFrom(ReadableByteChannel channel) throws IOException {
    makeRoom();
    int count = channel.read(ByteBuffer.wrap(bytes, end, bytes.length - end));
    end += Math.max(count, 0);
    return count;
  }

  /** Whether it has no room until {@link #next} takes a request out. */
  boolean isFull() {
    return end - start == MAX_HEAD;
  }

  /**
   * Takes the next request whose body has arrived, too, or null while there is none.
   *
   * @throws BadRequest if the bytes are no request
   */
  @Nullable Request next() throws BadRequest {
    if (head == null && !readHead()) {
      return null;
    }
    if (!skipBody()) {
      return null;
    }
    Request request = head;
    head = null;
    return request;
  }

  /** Whether a client waits for 100 Continue (RFC 9110, section 10.1.1); true once. */
  boolean takeContinue() {
    boolean asked = continues;
    continues = false;
    return asked;
  }

  private boolean readHead() throws BadRequest {
    for (String line = line(); line != null; line = line()) {
      if (!line.isEmpty()) {
        lines.add(line);
      } else if (!lines.isEmpty()) {
        begin(RequestHead.parse(lines));
        return true;
      }
    }
    return false;
  }

  private void begin(Request request) throws BadRequest {
    head = request;
    lines.clear();
    headLength = 0;
    continues = request.lists("expect", "100-continue");
    chunked = RequestHead.isChunked(request);
    bodyLeft = chunked ? 0 : RequestHead.bodyLength(request);
    inChunk = false;
    lastChunk = false;
  }

  private boolean skipBody() throws BadRequest {
    skipBytes();
    while (chunked && bodyLeft == 0) {
      String line = line();
      if (line == null) {
        return false;
      }
      if (lastChunk) {
        chunked = !line.isEmpty();
      } else if (inChunk) {
        endChunk(line);
      } else {
        beginChunk(line);
      }
    }
    return bodyLeft == 0;
  }

  private void beginChunk(String line) throws BadRequest {
    headLength = 0;
    bodyLeft = RequestHead.chunkLength(line);
    lastChunk = bodyLeft == 0;
    inChunk = true;
    skipBytes();
  }

  private void endChunk(String line) throws BadRequest {
    RequestHead.require(line.isEmpty());
    inChunk = false;
  }

  private void skipBytes() {
    int skipped = (int) Math.min(bodyLeft, end - start);
    start += skipped;
    bodyLeft -= skipped;
  }

  /** Takes the next line without its end, or null if it has not arrived as a whole. */
  private @Nullable String line() throws BadRequest {
    int feed = start;
    while (feed < end && bytes[feed] != '\n') {
      feed++;
    }
    requireShort(headLength + feed - start);
    if (feed == end) {
      return null;
    }
    RequestHead.require(feed > start && bytes[feed - 1] == '\r');
    String line = new String(bytes, start, feed - 1 - start, StandardCharsets.ISO_8859_1);
    headLength += feed + 1 - start;
    start = feed + 1;
    return line;
  }

  private static void requireShort(int length) throws BadRequest {
    if (length >= MAX_HEAD) {
      throw new BadRequest("431 Request Header Fields Too Large");
    }
  }

  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(2 * end, MAX_HEAD));
    }
  }
}
