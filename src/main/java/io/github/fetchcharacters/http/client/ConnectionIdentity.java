package io.github.fetchcharacters.http.client;

import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Identifies the connection of an answer, as far as the JVM allows. */
final class ConnectionIdentity {

  private static final @Nullable Method LABEL = label();

  private ConnectionIdentity() {}

  /**
   * Returns a value that is equal for answers of one client on the same connection, and for no
   * others. From Java 25 on it is the connection's label. Before, the session identifies a
   * connection of TLS 1.3, since each handshake makes a session, resumed or not (RFC 8446, section
   * 2.2). Connections of older TLS may share a session, and plain ones have none.
   *
   * @return null if unknown
   */
  static @Nullable Object of(HttpResponse<?> response) {
    Object label = label(response);
    return label == null ? response.sslSession().map(ConnectionIdentity::id).orElse(null) : label;
  }

  private static @Nullable Object id(SSLSession session) {
    return session.getProtocol().equals("TLSv1.3") ? ByteBuffer.wrap(session.getId()) : null;
  }

  private static @Nullable Object label(HttpResponse<?> response) {
    if (LABEL == null) {
      return null;
    }
    try {
      return ((Optional<?>) LABEL.invoke(response)).orElse(null);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static @Nullable Method label() {
    try {
      return HttpResponse.class.getMethod("connectionLabel");
    } catch (NoSuchMethodException before25) {
      return null;
    }
  }
}
