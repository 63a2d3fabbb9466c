package io.github.fetchcharacters.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy on loopback that forwards plain http and tunnels by CONNECT, one exchange or tunnel a
 * connection, and keeps the heads of the requests.
 */
final class ForwardProxy implements AutoCloseable {

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final String credentials;

  /**
   * @param credentials the expected Proxy-Authorization, empty for none
   */
  ForwardProxy(String credentials) throws IOException {
    this.credentials = credentials;
    start(this::accept);
  }

  /** The address, as {@code host:port}. */
  String authority() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  List<String> heads() {
    return heads;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      open.add(client);
      start(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    try (client) {
      String head = head(client.getInputStream());
      heads.add(head);
      if (!head.contains("\r\nProxy-Authorization: " + credentials) && !credentials.isEmpty()) {
        send(
            client,
            String.join(
                "\r\n",
                "HTTP/1.1 407 Proxy Authentication Required",
                "Connection: close",
                "Proxy-Authenticate: Basic realm=\"x\"",
                "Content-Length: 0",
                "",
                ""));
        return;
      }
      String target = head.substring(head.indexOf(' ') + 1, head.indexOf(" HTTP/"));
      boolean tunnel = head.startsWith("CONNECT ");
      URI uri = URI.create(tunnel ? "tunnel://" + target : target);
      try (Socket origin = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
        open.add(origin);
        if (tunnel) {
          send(client, "HTTP/1.1 200 Connected\r\n\r\n");
        } else {
          send(origin, withoutTheProxysOwn(head.replace(target, uri.getPath())));
        }
        start(() -> client.getInputStream().transferTo(origin.getOutputStream()));
        origin.getInputStream().transferTo(client.getOutputStream());
      }
    }
  }

  private static String withoutTheProxysOwn(String head) {
    return head.replaceAll("(?i)\r\nProxy-[^\r]*", "").replace("\r\n\r\n", "\r\nVia: it\r\n\r\n");
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.append((char) next);
      if (head.indexOf("\r\n\r\n") >= 0) {
        return head.toString();
      }
    }
    throw new IOException("the client has left");
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                // By either side, or the test is over.
              }
            },
            "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
