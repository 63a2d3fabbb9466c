package io.github.fetchcharacters.http.tls;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;

/**
 * Reads the HTTP/2 frames (RFC 9113, section 4.1) that one connection receives. <em>Not</em> safe
 * for use by many threads.
 */
final class FrameReader {

  private static final int HEAD_OCTETS = 9;
  private static final int LENGTH_OCTETS = 3;
  private static final int GOAWAY = 7;
  private static final int STREAM_OCTETS = 4;
  private static final int STREAM_BITS = 0x7fff_ffff;

  private final IntConsumer goAway;
  private int headRead;
  private int length;
  private int type;
  private int payloadLeft;
  private int lastStreamRead;
  private int lastStream;

  /**
   * @param goAway receives the last stream of each GOAWAY (RFC 9113, section 6.8)
   */
  FrameReader(IntConsumer goAway) {
    this.goAway = goAway;
  }

  /**
   * Reads bytes, which follow those of the last call.
   *
   * @return the heads that end in them
   */
  int read(ByteBuffer bytes) {
    int heads = 0;
    while (bytes.hasRemaining()) {
      if (payloadLeft == 0) {
        heads += endsHead(bytes.get() & 0xff) ? 1 : 0;
      } else if (type == GOAWAY && lastStreamRead < STREAM_OCTETS) {
        lastStream(bytes.get() & 0xff);
      } else {
        skip(bytes);
      }
    }
    return heads;
  }

  private boolean endsHead(int octet) {
    if (headRead < LENGTH_OCTETS) {
      length = (length << 8) | octet;
    } else if (headRead == LENGTH_OCTETS) {
      type = octet;
    }
    headRead++;
    boolean complete = headRead == HEAD_OCTETS;
    if (complete) {
      payloadLeft = length;
      lastStreamRead = 0;
      length = 0;
      headRead = 0;
    }
    return complete;
  }

  private void lastStream(int octet) {
    lastStream = (lastStream << 8) | octet;
    payloadLeft--;
    lastStreamRead++;
    if (lastStreamRead == STREAM_OCTETS) {
      goAway.accept(lastStream & STREAM_BITS);
    }
  }

  private void skip(ByteBuffer bytes) {
    int skipped = Math.min(payloadLeft, bytes.remaining());
    bytes.position(bytes.position() + skipped);
    payloadLeft -= skipped;
  }
}
