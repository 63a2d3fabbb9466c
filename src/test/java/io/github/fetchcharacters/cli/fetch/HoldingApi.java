package io.github.fetchcharacters.cli.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A server on loopback that holds its answers until it has a number of requests at once, and then
 * answers the last first. Character 7 is called {@code Number 7}.
 */
final class HoldingApi implements AutoCloseable {

  private final HttpServer server;
  private final int together;
  private final Deque<HttpExchange> held = new ArrayDeque<>();

  private HoldingApi(int together) throws IOException {
    this.together = together;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::hold);
    server.start();
  }

  static HoldingApi until(int together) throws IOException {
    return new HoldingApi(together);
  }

  /** The option that leads here. */
  String option() {
    return "--base-url=http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Runs on the server's only thread. */
  private void hold(HttpExchange exchange) {
    held.push(exchange);
    if (held.size() == together) {
      held.forEach(HoldingApi::answer);
      held.clear();
    }
  }

  private static void answer(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    byte[] body = ("{\"id\":" + id + ",\"name\":\"Number " + id + "\"}").getBytes(UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException gone) {
      // The client does not wait any more.
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
