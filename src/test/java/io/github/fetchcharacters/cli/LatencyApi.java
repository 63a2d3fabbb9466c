package io.github.fetchcharacters.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * An https server on loopback that answers each request after the same time, keeps connections, and
 * logs when requests came and when their answers left. Character 7 is called {@code Number 7}. For
 * requests without a body, one at a time on a connection.
 */
final class LatencyApi implements AutoCloseable {

  /** A request; its answer leaves after this time by {@link System#nanoTime}, 0 before. */
  static final class Seen {

    final int connection;
    final long arrived = System.nanoTime();
    private volatile long answered;

    private Seen(int connection) {
      this.connection = connection;
    }

    long answered() {
      return answered;
    }
  }

  private final ServerSocket listener;
  private final Duration latency;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final List<Socket> connections = new ArrayList<>();
  private final List<Seen> log = new ArrayList<>();

  LatencyApi(SSLContext tls, Duration latency) throws IOException {
    this.latency = latency;
    this.listener =
        tls.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** The option that leads here. */
  String option() {
    return "--base-url=https://localhost:" + listener.getLocalPort();
  }

  /** The requests in the order in which they came. */
  synchronized List<Seen> log() {
    return List.copyOf(log);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "latency api");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        int number = add(socket);
        start(() -> serve(socket, number));
      }
    } catch (IOException closed) {
      // The test has ended.
    }
  }

  private synchronized int add(Socket socket) {
    connections.add(socket);
    return connections.size();
  }

  private synchronized Seen add(int connection) {
    Seen seen = new Seen(connection);
    log.add(seen);
    return seen;
  }

  private void serve(Socket socket, int number) {
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String path = line.split(" ", -1)[1];
        while (!line.isEmpty()) {
          line = in.readLine();
        }
        Seen seen = add(number);
        timer.schedule(() -> answer(socket, path, seen), latency.toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (IOException closed) {
      // The client has gone, or the test has ended.
    }
  }

  private static void answer(Socket socket, String path, Seen seen) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    String body = "{\"id\":" + id + ",\"name\":\"Number " + id + "\"}";
    String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n";
    try {
      seen.answered = System.nanoTime();
      socket.getOutputStream().write((head + body).getBytes(UTF_8));
    } catch (IOException gone) {
      // The client does not wait any more.
    }
  }

  @Override
  public synchronized void close() throws IOException {
    listener.close();
    timer.shutdownNow();
    for (Socket socket : connections) {
      socket.close();
    }
  }
}
