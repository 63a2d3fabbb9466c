package io.github.fetchcharacters.http.tls;

import java.nio.ByteBuffer;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * An engine that decrypts no more once an HTTP/2 server has sent more than {@link
 * ConnectionWatch#MAX_SILENT_FRAMES} since bytes of an answer last came.
 *
 * <p>The JDK's client queues an acknowledgement for each PING and SETTINGS, and a reset for each
 * frame of a stream that has ended, without a bound where the server does not read them (RFC 9113,
 * section 10.5). This thread counts them as they come in: any other may wait for the client as long
 * as they come. It learns of a GOAWAY before the client does.
 */
final class WatchedEngine extends DelegatingEngine {

  private final ConnectionWatch watch;
  private final @Nullable String name;
  private final FrameReader frames;

  /**
   * @param real does the work
   * @param watch sees the frames of all connections of a client
   * @param name the server's name for the handshake (RFC 6066, section 3) where the client has only
   *     the address; null where the client has the name
   */
  WatchedEngine(SSLEngine real, ConnectionWatch watch, @Nullable String name) {
    super(real);
    this.name = name;
    this.watch = watch;
    this.frames = new FrameReader(watch::goingAway);
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
      watch.came(frames.read(produced.limit(target.position())));
    }
    return result;
  }
}
