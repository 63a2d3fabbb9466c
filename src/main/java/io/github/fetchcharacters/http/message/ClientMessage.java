package io.github.fetchcharacters.http.message;

import io.github.fetchcharacters.http.TransportException.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK's HTTP client says of exchanges that failed, and what it means: the one table of
 * these messages. Unless a row says otherwise, JDK 17.0.21 and 25.0.3 say it; a test provokes each
 * on the JDK that runs it. The first row that fits counts.
 */
enum ClientMessage {
  /** Said before anything is sent. */
  TOO_MANY_STREAMS(
      "too many concurrent streams",
      Kind.TOO_MANY_STREAMS,
      "the server takes no more requests at once over one connection"),

  /** JDK 17 until 17.0.15, after a local address: of each request under way when GOAWAY comes. */
  GOAWAY(": GOAWAY received", Kind.DROPPED, Words.LEAVE),

  /** JDK 17 until 17.0.15. */
  REFUSED("Received RST_STREAM: Stream not processed", Kind.REFUSED_STREAM, Words.REFUSED),

  /** Of REFUSED_STREAM and GOAWAY alike: see {@link #kind}. */
  NOT_PROCESSED("request not processed by peer", Kind.UNPROCESSED, Words.LEAVE),

  /** An error's name follows. */
  STREAM_ENDED("Received RST_STREAM: ", Kind.LOST, Words.BROKEN_OFF),

  /** JDK 17, if the client did not yet know that the request was sent: of any error. */
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

  /** Of JDK 17 only. */
  CHUNK_WITHOUT_SIZE("Chunk header doesn't contain any digits", Kind.UNACCEPTABLE, Words.CHUNKS),

  /** Of JDK 17 only. */
  CHUNK_WITHOUT_CR("CR expected", Kind.UNACCEPTABLE, Words.CHUNKS),

  /** Of JDK 17 only. */
  CHUNK_WITHOUT_LF("LF expected", Kind.UNACCEPTABLE, Words.CHUNKS),

  /** Of JDK 17 only. */
  LARGE_CHUNK("chunk length too big: ", Kind.UNACCEPTABLE, Words.CHUNKS),

  CHUNK_SIZE("Illegal character in chunk size: ", Kind.UNACCEPTABLE, Words.CHUNKS),

  LONG_CHUNK_HEAD("Chunk header size too long: ", Kind.UNACCEPTABLE, Words.CHUNKS),

  /**
   * Over HTTP/1.1 as the cause of "header parser received no bytes", over HTTP/2 on its own; so are
   * the next.
   */
  END("EOF reached while reading", Kind.UNANSWERED, Words.CLOSED),

  IDLE_END("Idle connection closed by HTTP/2 peer", Kind.UNANSWERED, Words.CLOSED),

  /** On Linux with and without "by peer". */
  RESET("Connection reset", Kind.UNANSWERED, Words.RESET),

  BROKEN_PIPE("Broken pipe", Kind.UNANSWERED, Words.CLOSED);

  /** What several rows say. */
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

  /** The row of a failure, by its own message, or by its cause's. */
  static Optional<ClientMessage> of(Throwable failure) {
    Optional<ClientMessage> own = of(failure.getMessage());
    Throwable cause = failure.getCause();
    return own.isPresent() || cause == null ? own : of(cause);
  }

  /** By its start or its end, since in between it may quote the server. */
  private static Optional<ClientMessage> of(@Nullable String message) {
    return message == null
        ? Optional.empty()
        : Arrays.stream(values())
            .filter(row -> message.startsWith(row.text) || message.endsWith(row.text))
            .findFirst();
  }

  /**
   * The kind of a failure of this row.
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

  /** Nothing but the method in which the client made its exception tells REFUSED_STREAM. */
  private static boolean wasReset(Throwable failure) {
    StackTraceElement[] stack = failure.getStackTrace();
    return stack.length > 0
        && stack[0].getMethodName().toLowerCase(Locale.ROOT).contains(Words.RESET);
  }

  /** What is wrong, in words for people. */
  String words() {
    return words;
  }

  /** Whether the words say how the connection ended. */
  boolean endsConnection() {
    return words.equals(Words.CLOSED) || words.equals(Words.RESET);
  }

  /** Whether the message quotes what came for a status line. */
  boolean quotesFirstLine() {
    return this == SHORT_STATUS_LINE || this == BAD_STATUS_LINE;
  }

  /** What the message of a failure of this row quotes. */
  String quote(Throwable failure) {
    String message = "" + failure.getMessage();
    int end = message.lastIndexOf(this == SHORT_STATUS_LINE ? "], parser state" : "\"");
    return message.substring(text.length(), Math.max(text.length(), end));
  }
}
