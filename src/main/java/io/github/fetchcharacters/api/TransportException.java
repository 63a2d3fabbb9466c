package io.github.fetchcharacters.api;

import org.jspecify.annotations.Nullable;

/** No complete answer came from the server. */
public final class TransportException extends ApiException {

  private static final long serialVersionUID = 1L;

  /** What went wrong on the way. */
  public enum Kind {
    /** Nobody listens at the address, or the network does not lead there. */
    REFUSED(true),
    /** The host's name has no address. */
    UNKNOWN_HOST(false),
    /** The connection was closed or reset before the answer was complete. */
    LOST(true),
    /** The time for connecting or for the whole exchange was used up. */
    TIMEOUT(true),
    /** No secure connection could be agreed on, or the certificate is not trusted. */
    TLS(false),
    /** The client would have opened more HTTP/2 streams than the server allows (JDK-8225647). */
    TOO_MANY_STREAMS(true),
    /** The server closed the HTTP/2 connection without looking at the request (JDK-8335181). */
    UNPROCESSED(true),
    /** What came back is not HTTP, or is larger than allowed. */
    UNACCEPTABLE(false);

    private final boolean retryable;

    Kind(boolean retryable) {
      this.retryable = retryable;
    }
  }

  private final Kind kind;

  TransportException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause, kind.retryable);
    this.kind = kind;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean concernsAll() {
    return kind == Kind.REFUSED || kind == Kind.UNKNOWN_HOST || kind == Kind.TLS;
  }

  /**
   * Whether the server did nothing about the request, so that it can be sent again without counting
   * as an attempt (RFC 9113, section 8.7).
   */
  boolean unsent() {
    return kind == Kind.TOO_MANY_STREAMS || kind == Kind.UNPROCESSED;
  }
}
