package io.github.fetchcharacters.http.tls;

import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * An engine that decrypts no more once an HTTP/2 server has sent more than {@link
 * #MAX_SILENT_FRAMES} since bytes of an answer last came.
 *
 * <p>The JDK's client queues an acknowledgement for each PING and SETTINGS, and a reset for each
 * frame of a stream that has ended, without a bound where the server does not read them (RFC 9113,
 * section 10.5). This thread counts them as they come in: any other may wait for the client as long
 * as they come.
 */
public final class WatchedEngine extends DelegatingEngine {

  /**
   * The client's queue for so many takes a few MiB. Counts frames, not bytes: up to 16 MiB (the
   * client's window) of an abandoned answer may still come, in few frames.
   */
  public static final int MAX_SILENT_FRAMES = 10_000;

  private final AtomicInteger silentFrames;
  private final @Nullable String name;
  private final FrameHeads heads = new FrameHeads();

  /**
   * @param real does the work
   * @param silentFrames frames of all connections of a client since bytes of an answer last came;
   *     stays above the limit for good
   * @param name the server's name for the handshake (RFC 6066, section 3) where the client has only
   *     the address; null where the client has the name
   */
  WatchedEngine(SSLEngine real, AtomicInteger silentFrames, @Nullable String name) {
    super(real);
    this.name = name;
    this.silentFrames = silentFrames;
  }

  /** The client makes the parameters for this connection alone. */
  @Override
  public void setSSLParameters(SSLParameters parameters) {
    if (name != null) {
      parameters.setServerNames(List.of(new SNIHostName(name)));
    }
    super.setSSLParameters(parameters);
  }

  /** The client has one target. */
  @Override
  public SSLEngineResult unwrap(ByteBuffer source, ByteBuffer target) throws SSLException {
    ByteBuffer produced = target.duplicate();
    SSLEngineResult result = super.unwrap(source, target);
    if (result.bytesProduced() > 0 && "h2".equals(getApplicationProtocol())) {
      count(heads.in(produced.limit(target.position())));
    }
    return result;
  }

  private void count(int frames) throws SSLException {
    if (silentFrames.addAndGet(frames) > MAX_SILENT_FRAMES) {
      String why = "the server sends frames of HTTP/2 without end, but no answer";
      throw new SSLException(why, new TransportException(Kind.FLOODED, why, null));
    }
  }

  /** Finds the heads of frames (RFC 9113, section 4.1) in what one connection receives. */
  static final class FrameHeads {

    private static final int OCTETS = 9;
    private static final int LENGTH_OCTETS = 3;

    private int read;
    private int length;
    private int payloadLeft;

    /** Counts the heads that end in the bytes, which follow those of the last call. */
    int in(ByteBuffer bytes) {
      int found = 0;
      while (bytes.hasRemaining()) {
        int skipped = Math.min(payloadLeft, bytes.remaining());
        bytes.position(bytes.position() + skipped);
        payloadLeft -= skipped;
        found += bytes.hasRemaining() && endsWith(bytes.get()) ? 1 : 0;
      }
      return found;
    }

    private boolean endsWith(byte octet) {
      if (read < LENGTH_OCTETS) {
        length = (length << 8) | (octet & 0xff);
      }
      read++;
      boolean complete = read == OCTETS;
      if (complete) {
        payloadLeft = length;
        length = 0;
        read = 0;
      }
      return complete;
    }
  }
}
