package io.github.fetchcharacters.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * A running server on 127.0.0.1, speaking HTTP/1.1 and keeping connections alive. All its threads
 * are daemons: whoever wants to go on serving has to wait.
 */
public final class DemoServer implements AutoCloseable {
  /**
   * Connections the system holds ready; with the JDK's 50, some of a thousand at once wait seconds.
   */
  private static final int BACKLOG = 4096;

  /** Threads that read requests; few, since none of them ever waits for an answer's time. */
  private static final int READERS = 8;

  private final HttpServer server;
  private final ExecutorService readers;
  private final ScheduledThreadPoolExecutor timer;

  private DemoServer(
      HttpServer server, DemoSettings settings, Consumer<InetSocketAddress> clients) {
    ThreadFactory threads = new DaemonThreads();
    this.server = server;
    this.readers = Executors.newFixedThreadPool(READERS, threads);
    this.timer = new ScheduledThreadPoolExecutor(2, threads);
    server.setExecutor(readers);
    server.createContext("/", new DemoHandler(settings, timer, clients));
  }

  /**
   * Starts a server and returns when it accepts connections.
   *
   * @throws IOException if it cannot listen on the port, naming it
   */
  public static DemoServer start(DemoSettings settings) throws IOException {
    return start(settings, client -> {});
  }

  /**
   * Starts a server and returns when it accepts connections.
   *
   * @param clients is told of each request the address it came from, which is that of one
   *     connection; called from several threads
   * @throws IOException if it cannot listen on the port, naming it
   */
  public static DemoServer start(DemoSettings settings, Consumer<InetSocketAddress> clients)
      throws IOException {
    tuneConnections();
    HttpServer server = listen(settings.port());
    DemoServer demo = new DemoServer(server, settings, clients);
    startOnDaemon(server);
    return demo;
  }

  /** Where the API is: {@code http://127.0.0.1:PORT/api}. */
  public URI baseUri() {
    int port = server.getAddress().getPort();
    return URI.create("http://127.0.0.1:" + port + "/api");
  }

  /**
   * Closes the port and every connection at once; requests in flight get no answer. A connection
   * that is being accepted at this very moment may stay open, unanswered: the JDK's server forgets
   * it.
   */
  @Override
  public void close() {
    server.stop(0);
    // Most connections accepted during the first stop, one in a hundred, are closed by a second.
    server.stop(0);
    timer.shutdownNow();
    readers.shutdownNow();
  }

  /**
   * Sets what the JDK's server reads once, when its class is loaded, unless somebody already has.
   * Without TCP_NODELAY an answer's body waits for the client's delayed acknowledgement of its
   * headers, 40 ms on Linux. Of the idle connections all above 200 would be closed, so that most of
   * a thousand clients had to connect anew for every request.
   */
  private static void tuneConnections() {
    setIfUnset("sun.net.httpserver.nodelay", "true");
    setIfUnset("sun.net.httpserver.maxIdleConnections", "100000");
  }

  private static void setIfUnset(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static HttpServer listen(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try {
      return HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    } catch (IOException e) {
      throw new IOException("cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
    }
  }

  /** The server's dispatcher is a daemon if, and only if, the thread that starts it is one. */
  private static void startOnDaemon(HttpServer server) {
    Thread starter = new DaemonThreads().newThread(server::start);
    starter.start();
    boolean interrupted = false;
    while (starter.isAlive()) {
      try {
        starter.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
