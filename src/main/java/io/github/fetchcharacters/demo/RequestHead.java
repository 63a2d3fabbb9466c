package io.github.fetchcharacters.demo;

import io.github.fetchcharacters.model.Digits;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines that begin a request (RFC 9112, sections 3 and 5). */
final class RequestHead {
  /** A name, which is a token, and a value without control characters but tabs. */
  private static final Pattern FIELD =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):([\\t -~\\x80-\\xff]*)");

  /** So many decimal digits always fit a {@code long}. */
  private static final int MAX_DIGITS = 18;

  /** A size in so many hexadecimal digits that they fit a {@code long}, and extensions. */
  private static final Pattern CHUNK =
      Pattern.compile("(\\p{XDigit}{1,15})([ \\t]*;.*)?", Pattern.DOTALL);

  private RequestHead() {}

  /**
   * Reads a request line and the headers after it.
   *
   * @throws BadRequest if they are none
   */
  static Request parse(List<String> lines) throws BadRequest {
    String line = lines.get(0);
    int first = line.indexOf(' ');
    int second = line.indexOf(' ', first + 1);
    require(first > 0 && second > 0 && line.startsWith("HTTP/1.", second + 1));
    Map<String, String> headers = headers(lines);
    String target = line.substring(first + 1, second);
    requireAscii(target);
    boolean older = line.endsWith("/1.0");
    Request request = new Request(line.substring(0, first), target, !older, headers);
    return request.lists("connection", older ? "keep-alive" : "close")
        ? new Request(request.method(), target, older, headers)
        : request;
  }

  /**
   * Whether the body comes in chunks (RFC 9112, section 6.3).
   *
   * @throws BadRequest if its end is unclear: it comes in another coding, or has a length, too
   */
  static boolean isChunked(Request request) throws BadRequest {
    String coding = request.header("transfer-encoding");
    if (coding == null) {
      return false;
    }
    String last = coding.substring(coding.lastIndexOf(',') + 1);
    require(request.header("content-length") == null && last.strip().equalsIgnoreCase("chunked"));
    return true;
  }

  /**
   * Returns the number of bytes of a body that does not come in chunks.
   *
   * @throws BadRequest if the header is no number, or more than one
   */
  static long bodyLength(Request request) throws BadRequest {
    String length = request.header("content-length");
    return length == null ? 0 : Digits.read(length, MAX_DIGITS).orElseThrow(RequestHead::malformed);
  }

  /**
   * Returns the size of the next chunk (RFC 9112, section 7.1).
   *
   * @throws BadRequest if the line does not say so
   */
  static long chunkLength(String line) throws BadRequest {
    Matcher size = CHUNK.matcher(line);
    require(size.matches());
    return Long.parseLong(size.group(1), 16);
  }

  private static Map<String, String> headers(List<String> lines) throws BadRequest {
    Map<String, String> headers = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      Matcher field = FIELD.matcher(line);
      require(field.matches());
      String name = field.group(1).toLowerCase(Locale.ROOT);
      headers.merge(name, field.group(2).strip(), (one, more) -> one + ", " + more);
    }
    return headers;
  }

  private static void requireAscii(String target) throws BadRequest {
    for (int i = 0; i < target.length(); i++) {
      require(target.charAt(i) > ' ' && target.charAt(i) <= '~');
    }
  }

  /** Throws if the bytes are no request. */
  static void require(boolean wellFormed) throws BadRequest {
    if (!wellFormed) {
      throw malformed();
    }
  }

  private static BadRequest malformed() {
    return new BadRequest("400 Bad Request");
  }
}
