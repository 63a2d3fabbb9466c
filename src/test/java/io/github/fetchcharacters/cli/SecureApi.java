package io.github.fetchcharacters.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.fetchcharacters.http.client.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** An https server on loopback where character 7 is called {@code Number 7}. */
final class SecureApi implements AutoCloseable {

  private final HttpsServer server;
  private final List<Headers> requests = new CopyOnWriteArrayList<>();
  private final AtomicReference<String> redirect = new AtomicReference<>("");

  /**
   * @param alias which of the certificates to show
   */
  SecureApi(Certificates certificates, String alias) throws IOException, GeneralSecurityException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificates.serverContext(alias)));
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /** The option that leads here. */
  String option() {
    return "--base-url=" + url();
  }

  /** The headers of the requests. */
  List<Headers> requests() {
    return requests;
  }

  /** From now on every request is sent elsewhere. */
  void redirectTo(String url) {
    redirect.set(url);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestHeaders());
    String path = exchange.getRequestURI().getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    byte[] body =
        String.format(Locale.ROOT, "{\"id\":%s,\"name\":\"Number %s\"}", id, id).getBytes(UTF_8);
    String location = Objects.requireNonNullElse(redirect.get(), "");
    try (exchange) {
      if (!location.isEmpty()) {
        exchange.getResponseHeaders().set("Location", location);
      }
      exchange.sendResponseHeaders(location.isEmpty() ? 200 : 301, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
