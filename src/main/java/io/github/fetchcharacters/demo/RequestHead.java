package io.github.fetchcharacters.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the lines that begin a request (RFC 9112, sections 3 and 5). */
final class RequestHead {
  private static final String MALFORMED = "400 Bad Request";

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
    if (first < 1 || second < 0 || !line.startsWith("HTTP/1.", second + 1)) {
      throw new BadRequest(MALFORMED);
    }
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
   * Returns the number of bytes of the body, unless it comes in chunks.
   *
   * @throws BadRequest if the header is no number
   */
  static long bodyLength(Request request) throws BadRequest {
    String length = request.header("content-length");
    try {
      return length == null ? 0 : Long.parseUnsignedLong(length);
    } catch (NumberFormatException e) {
      throw new BadRequest(MALFORMED);
    }
  }

  /**
   * Returns the size of the next chunk (RFC 9112, section 7.1).
   *
   * @throws BadRequest if the line does not say so
   */
  static long chunkLength(String line) throws BadRequest {
    int extension = line.indexOf(';');
    String size = extension < 0 ? line : line.substring(0, extension);
    try {
      return Long.parseUnsignedLong(size.strip(), 16);
    } catch (NumberFormatException e) {
      throw new BadRequest(MALFORMED);
    }
  }

  private static Map<String, String> headers(List<String> lines) throws BadRequest {
    Map<String, String> headers = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new BadRequest(MALFORMED);
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.merge(name, line.substring(colon + 1).strip(), (one, more) -> one + ", " + more);
    }
    return headers;
  }

  private static void requireAscii(String target) throws BadRequest {
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) <= ' ' || target.charAt(i) > '~') {
        throw new BadRequest(MALFORMED);
      }
    }
  }
}
