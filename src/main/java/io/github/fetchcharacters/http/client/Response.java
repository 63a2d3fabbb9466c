package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.Reply;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Arrays;

/** Reads the client's responses. */
final class Response {

  private Response() {}

  /** Whether the connection may serve again: RFC 9112, section 9.6; RFC 9110, section 7.6.1. */
  static boolean keepsConnection(HttpResponse.ResponseInfo head) {
    return head.headers().allValues("connection").stream()
        .flatMap(field -> Arrays.stream(field.split(",", -1)))
        .noneMatch(option -> option.strip().equalsIgnoreCase("close"));
  }

  /** Returns a complete response as plain data. */
  static Reply reply(HttpResponse<byte[]> response) {
    // Null where a proxy asks for a password before the tunnel.
    byte[] body = response.body();
    return new Reply(
        response.statusCode(),
        response.version() == HttpClient.Version.HTTP_2 ? "HTTP/2" : "HTTP/1.1",
        response.headers().firstValue("retry-after").orElse(null),
        response.headers().firstValue("location").orElse(null),
        ConnectionIdentity.of(response),
        body == null ? new byte[0] : body);
  }
}
