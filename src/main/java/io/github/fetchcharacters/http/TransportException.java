package io.github.fetchcharacters.http;

import org.jspecify.annotations.Nullable;

/** No complete answer came from the server. */
public final class TransportException extends ApiException {

  private static final long serialVersionUID = 1L;

  /** What went wrong on the way. */
  public enum Kind {
    /** No program listens at the address, or no route leads there. */
    REFUSED(true),
    /** The host's name has no address. */
    UNKNOWN_HOST(false),
    /**
     * The connection ended before the first byte of an answer. If it had served a request before,
     * the server may have closed it as idle (RFC 9112, section 9.3.1).
     */
    UNANSWERED(true),
    /**
     * The connection ended within its TLS handshake. It was new, so the server has not closed it as
     * idle.
     */
    HANDSHAKE_ENDED(true),
    /** The connection was closed or reset before the answer was complete, but after it began. */
    LOST(true),
    /** The time to connect or for the whole exchange is over. */
    TIMEOUT(true),
    /** The same, while the answer to another request held up the client of both. */
    HELD_UP(true),
    /**
     * The two sides agree on no secure connection, or the certificate is not trusted, or one side
     * speaks TLS and the other does not.
     */
    TLS(false),
    /** The client would have opened more HTTP/2 streams than the server allows (JDK-8225647). */
    TOO_MANY_STREAMS(true),
    /** The server refused this request and goes on with the others (RFC 9113, section 8.7). */
    REFUSED_STREAM(true),
    /**
     * The server sent GOAWAY on the HTTP/2 connection and has not processed the request (RFC 9113,
     * section 6.8).
     */
    UNPROCESSED(true),
    /** The HTTP/2 connection that carries all requests ended before this one went out. */
    CONNECTION_ENDED(true),
    /**
     * The server sent GOAWAY on the HTTP/2 connection, and the JDK dropped its answers, until
     * 17.0.15 (JDK-8335181).
     */
    DROPPED(true),
    /** Frames came on an HTTP/2 connection without end, and no answer. */
    FLOODED(true),
    /** This process may not open another file or socket. */
    NO_DESCRIPTORS(true),
    /** This process may start no more threads. */
    NO_THREADS(true),
    /**
     * The first bytes on an HTTP/1.1 connection are no status line. On a connection that served a
     * request before, they are the rest of the answer to that one.
     */
    NOT_HTTP(false),
    /** The answer breaks the rules of HTTP, or is larger than allowed. */
    UNACCEPTABLE(false);

    private final boolean retryable;

    Kind(boolean retryable) {
      this.retryable = retryable;
    }
  }

  private final Kind kind;
  private final boolean stale;
  private final boolean alone;

  public TransportException(Kind kind, String message, @Nullable Throwable cause) {
    this(kind, message, cause, false, false);
  }

  private TransportException(
      Kind kind,
      @Nullable String message,
      @Nullable Throwable cause,
      boolean stale,
      boolean alone) {
    super("" + message, cause, kind.retryable);
    this.kind = kind;
    this.stale = stale;
    this.alone = alone;
  }

  /** The same, on a connection that had served a request before. */
  public TransportException stale() {
    return new TransportException(kind, getMessage(), getCause(), true, alone);
  }

  /** The same, of a request that needs a connection of its own from now on. */
  public TransportException alone() {
    return new TransportException(kind, getMessage(), getCause(), stale, true);
  }

  /** The same, of a request that the answer to another held up. */
  public TransportException heldUp() {
    return new TransportException(Kind.HELD_UP, getMessage(), getCause(), false, false);
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean concernsAll() {
    return switch (kind) {
      case REFUSED, UNKNOWN_HOST, TLS, NO_DESCRIPTORS, NO_THREADS -> true;
      default -> false;
    };
  }

  /**
   * Whether to resend the request at once without counting an attempt, since the server has not
   * processed it (RFC 9113, section 8.7; RFC 9112, section 9.3.1); or the client has not, after
   * which the request is resent once.
   */
  public boolean isResendable() {
    return stale
        || switch (kind) {
          case TOO_MANY_STREAMS, REFUSED_STREAM, UNPROCESSED, CONNECTION_ENDED, DROPPED, HELD_UP ->
              true;
          default -> false;
        };
  }

  /** Whether the request went out; else the client has refused it. */
  public boolean wasSent() {
    return kind != Kind.TOO_MANY_STREAMS && kind != Kind.CONNECTION_ENDED;
  }

  /** Whether it happened on a connection that had served a request before. */
  public boolean isStale() {
    return stale;
  }

  /** Whether the request needs a connection of its own from now on. */
  public boolean isAlone() {
    return alone;
  }

  /** Whether the request failed because too many others were in flight. */
  public boolean tooManyAtOnce() {
    return kind == Kind.TOO_MANY_STREAMS
        || kind == Kind.REFUSED_STREAM
        || kind == Kind.NO_DESCRIPTORS
        || kind == Kind.NO_THREADS;
  }
}
