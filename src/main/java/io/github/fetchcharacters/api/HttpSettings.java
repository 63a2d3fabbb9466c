package io.github.fetchcharacters.api;

import java.time.Duration;
import java.util.List;

/**
 * How the HTTP client behaves.
 *
 * @param connectTimeout most time for opening a connection, positive
 * @param timeout most time for one attempt, from connecting to the last byte of the body, positive
 * @param maxBody largest body in bytes, after decompression, positive
 * @param headers sent with each request, beside {@code Accept}, {@code Accept-Encoding} and {@code
 *     User-Agent}, which they override
 */
public record HttpSettings(
    Duration connectTimeout, Duration timeout, int maxBody, List<Header> headers) {

  /** One header field of a request. */
  public record Header(String name, String value) {}

  /** Copies the list. */
  public HttpSettings {
    headers = List.copyOf(headers);
  }
}
