package io.github.fetchcharacters.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Sends an answer, now or when its time has come. */
final class Reply implements Runnable {
  private final HttpExchange exchange;
  private final Answer answer;

  Reply(HttpExchange exchange, Answer answer) {
    this.exchange = exchange;
    this.answer = answer;
  }

  /** Sends headers and body, to a HEAD request the headers alone, and ends the exchange. */
  @Override
  public void run() {
    try (exchange) {
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "application/json; charset=utf-8");
      headers.set("ETag", weakTag(body));
      if (exchange.getRequestMethod().equals("HEAD")) {
        headers.set("Content-Length", Integer.toString(body.length));
        exchange.sendResponseHeaders(answer.status(), -1);
      } else {
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    } catch (IOException e) {
      // The client has gone: there is nobody left to tell.
    }
  }

  private static String weakTag(byte[] body) {
    String length = Integer.toHexString(body.length);
    return "W/\"" + length + "-" + Integer.toHexString(Arrays.hashCode(body)) + "\"";
  }
}
