package io.github.fetchcharacters.demo;

import io.github.fetchcharacters.demo.character.Answer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/** Sends an answer with the headers of the public API when it is run. */
final class ResponseSender implements Runnable {
  /** Node.js's default time for an idle connection. */
  private static final String PERSISTENT = "Connection: keep-alive\r\nKeep-Alive: timeout=5\r\n";

  /** The base64 text of a SHA-1 digest without its padding. */
  private static final int TAG_LENGTH = 27;

  private final Request request;
  private final Answer answer;
  private final Caller caller;

  ResponseSender(Request request, Answer answer, Caller caller) {
    this.request = request;
    this.answer = answer;
    this.caller = caller;
  }

  /** Sends headers and body; to a HEAD request, or if the client has the body, headers alone. */
  @Override
  public void run() {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(384);
    boolean bodyless = request.method().equals("HEAD");
    if (body.length == 0) {
      status(head, answer.status()).append("Content-Length: 0\r\n");
    } else {
      String tag = weakTag(body);
      boolean fresh = Freshness.of(request, answer.status(), tag);
      bodyless |= fresh;
      status(head, fresh ? 304 : answer.status());
      if (!fresh) {
        describe(head, body.length);
      }
      head.append("ETag: ").append(tag).append("\r\n");
    }
    head.append("Date: ").append(HttpDate.of(Instant.now().getEpochSecond())).append("\r\n");
    head.append(request.persistent() ? PERSISTENT : "Connection: close\r\n").append("\r\n");
    caller.send(joined(head, bodyless ? new byte[0] : body), request.persistent());
  }

  private StringBuilder status(StringBuilder head, int status) {
    head.append("HTTP/1.1 ").append(status).append(' ').append(words(status)).append("\r\n");
    return head.append("Access-Control-Allow-Origin: *\r\n").append(answer.headers());
  }

  private static void describe(StringBuilder head, int length) {
    head.append("Content-Type: application/json; charset=utf-8\r\n");
    head.append("Content-Length: ").append(length).append("\r\n");
  }

  /** RFC 9110, section 15, for the statuses that the server sends. */
  private static String words(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 204 -> "No Content";
      case 304 -> "Not Modified";
      case 400 -> "Bad Request";
      case 404 -> "Not Found";
      case 429 -> "Too Many Requests";
      case 503 -> "Service Unavailable";
      default -> "Internal Server Error";
    };
  }

  /** Express's tag of a body: its length and its SHA-1 digest. */
  private static String weakTag(byte[] body) {
    String digest = Base64.getEncoder().encodeToString(sha1(body)).substring(0, TAG_LENGTH);
    return "W/\"" + Integer.toHexString(body.length) + "-" + digest + "\"";
  }

  private static byte[] sha1(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(body);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-1", impossible);
    }
  }

  private static ByteBuffer joined(StringBuilder head, byte[] body) {
    byte[] first = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(first.length + body.length).put(first).put(body).flip();
  }
}
