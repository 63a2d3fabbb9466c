package io.github.fetchcharacters.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server on loopback that speaks whatever a test wants, byte for byte. */
public final class RawServer implements AutoCloseable {

  /** What the server does with each connection; it is closed at the end. */
  @FunctionalInterface
  public interface Script {
    void play(Connection connection) throws IOException;
  }

  private final ServerSocket listener;
  private final Script script;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final CompletableFuture<Void> asked = new CompletableFuture<>();
  private final CompletableFuture<Void> left = new CompletableFuture<>();

  public RawServer(Script script) throws IOException {
    this.script = script;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
  }

  public int connections() {
    return connections.get();
  }

  /** The heads of the requests that have come, line ends included. */
  public List<String> requests() {
    return requests;
  }

  /** Completes when the first request has come. */
  public CompletableFuture<Void> asked() {
    return asked;
  }

  /** Completes when a client has closed its connection while the server still talked to it. */
  public CompletableFuture<Void> left() {
    return left;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        open.add(socket);
        connections.incrementAndGet();
        start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      script.play(new Connection(socket));
    } catch (IOException gone) {
      left.complete(null);
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "raw server");
    thread.setDaemon(true);
    thread.start();
  }

  /** One connection, seen from the server. */
  public final class Connection {

    private final Socket socket;

    private Connection(Socket socket) {
      this.socket = socket;
    }

    /** Reads the head of a request; null if the client has closed the connection instead. */
    public @Nullable String request() throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          return null;
        }
        head.append((char) next);
      }
      requests.add(head.toString());
      asked.complete(null);
      return head.toString();
    }

    public void send(String text) throws IOException {
      send(text.getBytes(ISO_8859_1));
    }

    public void send(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    /** Waits for the client to close the connection. */
    public void awaitLeave() {
      try {
        while (socket.getInputStream().read() >= 0) {
          // Nothing is expected.
        }
      } catch (IOException reset) {
        // It has left that way.
      }
      left.complete(null);
    }

    /** Makes the end of the connection a reset instead of an orderly close. */
    public void endByReset() {
      try {
        socket.setSoLinger(true, 0);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }
}
