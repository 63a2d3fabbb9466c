package io.github.fetchcharacters.http;

import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How the HTTP client behaves.
 *
 * @param connectTimeout max time to open a connection, positive
 * @param timeout max time for one attempt, from connecting to the last byte of the body, positive
 * @param maxBody max bytes of a body, after decompression, positive
 * @param proxy carries the requests, null for none
 * @param tls trusts the authorities, null for the JDK's authorities
 * @param headers sent with each request, beside {@code Accept}, {@code Accept-Encoding} and {@code
 *     User-Agent}, which they override
 */
public record HttpSettings(
    Duration connectTimeout,
    Duration timeout,
    int maxBody,
    @Nullable Proxy proxy,
    @Nullable SSLContext tls,
    List<Header> headers) {

  /** One header field of a request. */
  public record Header(String name, String value) {}

  /**
   * An HTTP proxy; {@code https} goes through it by CONNECT.
   *
   * @param host its name or address
   * @param port its port, 1 to 65535
   * @param authorization the value of Proxy-Authorization, null for none; never shown
   */
  public record Proxy(String host, int port, @Nullable String authorization) {

    /** Host and port, and no secret. */
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /** Copies the list. */
  public HttpSettings {
    headers = List.copyOf(headers);
  }
}
