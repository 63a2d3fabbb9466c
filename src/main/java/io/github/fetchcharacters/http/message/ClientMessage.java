package io.github.fetchcharacters.http.message;

import io.github.fetchcharacters.http.TransportException.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the JDK's HTTP client about failed exchanges, and what they mean. Seen on JDK
 * 17.0.21 and 25.0.3 unless a row says otherwise; a test provokes each on the JDK that runs it. The
 * first row that fits counts.
 */
enum ClientMessage {
  /** The client throws it before it sends anything. */
  TOO_MANY_STREAMS(
      "too many concurrent streams",
      Kind.TOO_MANY_STREAMS,
      "the server takes no more requests at once over one connection"),

  /** JDK 17 until 17.0.15, after a local address: for each request in flight at a GOAWAY. */
  GOAWAY(": GOAWAY received", Kind.DROPPED, Words.LEAVE),

  /** JDK 17 until 17.0.15. */
  REFUSED("Received RST_STREAM: Stream not processed", Kind.REFUSED_STREAM, Words.REFUSED),

  /** For REFUSED_STREAM and GOAWAY alike: see {@link #kind}. */
  NOT_PROCESSED("request not processed by peer", Kind.UNPROCESSED, Words.LEAVE),

  /** An error's name follows. */
  STREAM_ENDED("Received RST_STREAM: ", Kind.LOST, Words.BROKEN_OFF),

  /** JDK 17, for any error that comes before the client has recorded that the request is sent. */
  STREAM_ENDED_EARLY("RST_STREAM received", Kind.LOST, Words.BROKEN_OFF),

  NEGATIVE_LENGTH("fixed content-length: -", Kind.UNACCEPTABLE, "its length is negative"),

  /** The length and the bytes received follow. */
  SHORT_BODY("fixed content-length: ", Kind.LOST, "the answer is cut short"),

  SHORT_CHUNKS("chunked transfer encoding, state: ", Kind.LOST, "the answer is cut short"),

  /** The line so far follows. */
  SHORT_STATUS_LINE("parsing HTTP/1.1 status line, receiving [", Kind.LOST, Words.CLOSED),

  SHORT_HEAD("parsing HTTP/1.1 header, receiving [", Kind.LOST, Words.CLOSED),

  /** The line follows. */
  BAD_STATUS_LINE("Invalid status line: \"", Kind.NOT_HTTP, ""),

  BAD_LINE_END("Bad trailing char, ", Kind.UNACCEPTABLE, "its lines do not end well"),

  BAD_HEAD_END("Unexpected \"", Kind.UNACCEPTABLE, "its lines do not end well"),

  BAD_FIELD("Invalid header ", Kind.UNACCEPTABLE, "a field of its head is malformed"),

  BAD_HTTP2_FIELD("malformed response: ", Kind.UNACCEPTABLE, "a field of its head is malformed"),

  LARGE_HEAD("Header size too big: ", Kind.UNACCEPTABLE, "its head is too large"),

  INTERIM("Too many interim responses", Kind.UNACCEPTABLE, "only announcements of an answer"),

  SWITCHED("Unexpected 101 response", Kind.UNACCEPTABLE, "it changes to another protocol"),

  HTTP2_RULES("protocol error: ", Kind.UNACCEPTABLE, "it breaks the rules of HTTP/2"),

  /** JDK 17 only. */
  CHUNK_WITHOUT_SIZE("Chunk header doesn't contain any digits", Kind.UNACCEPTABLE, Words.CHUNKS),

  /** JDK 17 only. */
  CHUNK_WITHOUT_CR("CR expected", Kind.UNACCEPTABLE, Words.CHUNKS),

  /** JDK 17 only. */
  CHUNK_WITHOUT_LF("LF expected", Kind.UNACCEPTABLE, Words.CHUNKS),

  /** JDK 17 only. */
  LARGE_CHUNK("chunk length too big: ", Kind.UNACCEPTABLE, Words.CHUNKS),

  CHUNK_SIZE("Illegal character in chunk size: ", Kind.UNACCEPTABLE, Words.CHUNKS),

  LONG_CHUNK_HEAD("Chunk header size too long: ", Kind.UNACCEPTABLE, Words.CHUNKS),

  /**
   * Over HTTP/1.1 the cause of "header parser received no bytes", over HTTP/2 on its own; the same
   * holds for the next rows.
   */
  END("EOF reached while reading", Kind.UNANSWERED, Words.CLOSED),

  IDLE_END("Idle connection closed by HTTP/2 peer", Kind.UNANSWERED, Words.CLOSED),

  /** On Linux with and without "by peer". */
  RESET("Connection reset", Kind.UNANSWERED, Words.RESET),

  BROKEN_PIPE("Broken pipe", Kind.UNANSWERED, Words.CLOSED);

  /** The words of several rows. */
  static final class Words {
    static final String CLOSED = "closed";
    static final String RESET = "reset";
    static final String LEAVE = "the server closed the connection to further requests";
    static final String REFUSED = "the server refused the request for now";
    static final String BROKEN_OFF = "the server broke the answer off";
    static final String CHUNKS = "its chunks are malformed";

    private Words() {}
  }

  private final String text;
  private final Kind kind;
  private final String words;

  ClientMessage(String text, Kind kind, String words) {
    this.text = text;
    this.kind = kind;
    this.words = words;
  }

  /** Finds the row of a failure, by its message or by that of its cause. */
  static Optional<ClientMessage> of(Throwable failure) {
    Optional<ClientMessage> own = of(failure.getMessage());
    Throwable cause = failure.getCause();
    return own.isPresent() || cause == null ? own : of(cause);
  }

  /** By the start or the end of a message, which may quote the server in between. */
  private static Optional<ClientMessage> of(@Nullable String message) {
    return message == null
        ? Optional.empty()
        : Arrays.stream(values())
            .filter(row -> message.startsWith(row.text) || message.endsWith(row.text))
            .findFirst();
  }

  /**
   * Returns the kind of a failure of this row.
   *
   * @param begun whether the head of the answer had come
   * @param unseen whether the client holds that the server has not processed the request
   */
  Kind kind(Throwable failure, boolean begun, boolean unseen) {
    if (this == NOT_PROCESSED || (this == STREAM_ENDED_EARLY && unseen)) {
      return wasReset(failure) ? Kind.REFUSED_STREAM : Kind.UNPROCESSED;
    }
    return kind == Kind.UNANSWERED && begun ? Kind.LOST : kind;
  }

  /** Only the method that made the exception identifies REFUSED_STREAM. */
  private static boolean wasReset(Throwable failure) {
    StackTraceElement[] stack = failure.getStackTrace();
    return stack.length > 0
        && stack[0].getMethodName().toLowerCase(Locale.ROOT).contains(Words.RESET);
  }

  /** The fault, in words for people. */
  String words() {
    return words;
  }

  /** Whether the words say how the connection ended. */
  boolean endsConnection() {
    return words.equals(Words.CLOSED) || words.equals(Words.RESET);
  }

  /** Whether the message quotes the bytes in the place of a status line. */
  boolean quotesFirstLine() {
    return this == SHORT_STATUS_LINE || this == BAD_STATUS_LINE;
  }

  /** The server's bytes in the message of a failure of this row. */
  String quote(Throwable failure) {
    String message = "" + failure.getMessage();
    int end = message.lastIndexOf(this == SHORT_STATUS_LINE ? "], parser state" : "\"");
    return message.substring(text.length(), Math.max(text.length(), end));
  }
}
