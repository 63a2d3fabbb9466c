package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.Validator;
import io.github.fetchcharacters.http.pool.PooledClient;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;

/** Reads the client's responses. */
final class Response {

  private Response() {}

  /** Whether the connection may serve again: RFC 9112, section 9.6; RFC 9110, section 7.6.1. */
  static boolean keepsConnection(HttpResponse.ResponseInfo head) {
    return head.headers().allValues("connection").stream()
        .flatMap(field -> Arrays.stream(field.split(",", -1)))
        .noneMatch(option -> option.strip().equalsIgnoreCase("close"));
  }

  /**
   * Returns a complete response as plain data.
   *
   * @param client has sent the request
   */
  static Reply reply(HttpResponse<byte[]> response, PooledClient client) {
    // Null where a proxy asks for a password before the tunnel.
    byte[] body = response.body();
    return new Reply(
        response.statusCode(),
        response.version() == HttpClient.Version.HTTP_2 ? "HTTP/2" : "HTTP/1.1",
        response.headers().firstValue("retry-after").orElse(null),
        response.headers().firstValue("location").orElse(null),
        // A proxy adds it to each message that it forwards: RFC 9110, section 7.6.3.
        response.headers().firstValue("via").isPresent(),
        new Validator(
            response.headers().firstValue("etag").orElse(null),
            response.headers().firstValue("last-modified").orElse(null)),
        isStorable(response.headers()),
        ConnectionIdentity.of(response),
        client,
        body == null ? new byte[0] : body);
  }

  /** RFC 9111, section 5.2.2.5. */
  private static boolean isStorable(HttpHeaders headers) {
    for (String field : headers.allValues("cache-control")) {
      if (field.toLowerCase(Locale.ROOT).contains("no-store")) {
        return false;
      }
    }
    return true;
  }
}
