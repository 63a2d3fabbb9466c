package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.HttpSettings.Header;
import io.github.fetchcharacters.http.message.Origin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds the requests. Checks what they have in common once. Safe for use by many threads. */
final class RequestTemplate {

  private final HttpRequest.Builder template;

  /**
   * @throws IllegalArgumentException if the client refuses a header field
   */
  RequestTemplate(HttpSettings settings) {
    this.template =
        HttpRequest.newBuilder()
            .setHeader("Accept", "application/json")
            .setHeader("Accept-Encoding", "gzip");
    addAuthorization(template, settings.proxy());
    addGivenHeaders(template, settings);
  }

  /** Returns a request to the host of a URI, with further header fields. */
  HttpRequest request(URI uri, boolean http2, List<Header> fields) {
    HttpRequest.Builder request = copy(fields).uri(uri);
    if (uri.getScheme().equalsIgnoreCase("http") || !http2) {
      // HTTP/2 over plain http begins with "Upgrade: h2c", which some proxies refuse.
      request.version(HttpClient.Version.HTTP_1_1);
    }
    return request.build();
  }

  /**
   * Returns a request to an address of the host, with the host's name in its Host field; over
   * HTTP/1.1, since the client's HTTP/2 gives no other {@code :authority} than that of the URI.
   */
  HttpRequest request(URI uri, String address, List<Header> fields) {
    return copy(fields)
        .uri(HostAddresses.at(address, uri))
        .setHeader("Host", Origin.authority(uri))
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  private HttpRequest.Builder copy(List<Header> fields) {
    HttpRequest.Builder copy = template.copy();
    fields.forEach(field -> copy.setHeader(field.name(), field.value()));
    return copy;
  }

  /** The client shows it to the proxy alone. */
  private static void addAuthorization(
      HttpRequest.Builder request, HttpSettings.@Nullable Proxy proxy) {
    if (proxy != null && proxy.authorization() != null) {
      request.header("Proxy-Authorization", proxy.authorization());
    }
  }

  /** The first of a name replaces what this class has set; further ones are added. */
  private static void addGivenHeaders(HttpRequest.Builder request, HttpSettings settings) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : settings.headers()) {
      if (names.add(header.name())) {
        request.setHeader(header.name(), header.value());
      } else {
        request.header(header.name(), header.value());
      }
    }
  }
}
