package io.github.fetchcharacters.http.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A server on loopback that plays a test's script, byte for byte, over TLS or plainly. */
public final class RawServer implements AutoCloseable {

  /** What the server does with each connection; it is closed at the end. */
  @FunctionalInterface
  public interface Script {
    void play(Connection connection) throws IOException;
  }

  /** What the server does with each request. */
  @FunctionalInterface
  public interface Answers {
    /**
     * Answers, or does not.
     *
     * @param connection where the request came from; it has been read
     * @param number the number of the request on this connection, from 1
     * @return whether the connection lives on
     */
    boolean give(Connection connection, int number) throws IOException;
  }

  /** Of TLS: RFC 8446, section 5.1. */
  private static final int RECORD_HEAD = 5;

  private final ServerSocket listener;
  private final @Nullable SSLContext tls;
  private final String[] protocols;
  private final Script script;
  private final OpenConnections sockets = new OpenConnections();
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> asked = new CompletableFuture<>();
  private final CompletableFuture<Void> left = new CompletableFuture<>();

  /** A server without TLS. */
  public RawServer(Script script) throws IOException {
    this(null, script);
  }

  /**
   * Starts a server.
   *
   * @param tls the keys, null for a server without TLS
   * @param protocols what ALPN may agree on, none for a server without ALPN
   */
  public RawServer(@Nullable SSLContext tls, Script script, String... protocols)
      throws IOException {
    this(InetAddress.getLoopbackAddress(), tls, script, protocols);
  }

  /**
   * Starts a server at an address of its own.
   *
   * @param address of this machine
   */
  public RawServer(
      InetAddress address, @Nullable SSLContext tls, Script script, String... protocols)
      throws IOException {
    this.tls = tls;
    this.protocols = protocols;
    this.script = script;
    this.listener = new GarblingServerSocket(address);
    start(this::accept);
  }

  /** A script of one request after the other. */
  public static Script answering(Answers answers) {
    return connection -> {
      int number = 1;
      while (connection.request() != null && answers.give(connection, number)) {
        number++;
      }
    };
  }

  /** The address; over TLS by name, as certificates have it. */
  public URI uri(String path) {
    String origin = tls == null ? "http://127.0.0.1:" : "https://localhost:";
    return URI.create(origin + listener.getLocalPort() + path);
  }

  /** Connections opened so far. */
  public int connections() {
    return connections.size();
  }

  /**
   * Connections open now. One that the client has closed counts until the script has read so far or
   * has failed to write.
   */
  public int open() {
    return sockets.open();
  }

  /** The peak of open connections. */
  public int peak() {
    return sockets.peak();
  }

  /** Waits until so many connections are open or fewer. */
  public void awaitOpen(int max) throws InterruptedException {
    sockets.awaitOpen(max);
  }

  /** The heads of the requests that have come, line ends included. */
  public List<String> requests() {
    return requests;
  }

  /** How many requests have come on each connection, in the order in which they were opened. */
  public List<Integer> requestsPerConnection() {
    return connections.stream().map(Connection::requestCount).toList();
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
    sockets.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        // An answer in several parts would wait some 40 ms for the acknowledgement of the first.
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        Connection connection = new Connection(socket, secured(socket), connections.size() + 1);
        connections.add(connection);
        start(() -> serve(connection));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private Socket secured(Socket socket) throws IOException {
    if (tls == null) {
      return socket;
    }
    SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setApplicationProtocols(protocols);
    secure.setSSLParameters(parameters);
    return secure;
  }

  private void serve(Connection connection) {
    try {
      play(connection);
    } catch (IOException gone) {
      left.complete(null);
    } finally {
      sockets.remove(connection.plain);
    }
  }

  private void play(Connection connection) throws IOException {
    try {
      script.play(connection);
    } finally {
      connection.close();
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "raw server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Its sockets can garble what they receive. */
  private static final class GarblingServerSocket extends ServerSocket {

    GarblingServerSocket(InetAddress address) throws IOException {
      super(0, 500, address);
    }

    @Override
    public Socket accept() throws IOException {
      GarblingSocket socket = new GarblingSocket();
      implAccept(socket);
      return socket;
    }
  }

  private static final class GarblingSocket extends Socket {

    private volatile boolean garbling;

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
          int count = super.read(bytes, from, length);
          if (garbling && count > RECORD_HEAD) {
            bytes[from + count - 1]++;
          }
          return count;
        }
      };
    }
  }

  /** One connection, seen from the server. */
  public final class Connection {

    private final Socket plain;
    private final Socket socket;
    private final int number;
    private final AtomicInteger requestCount = new AtomicInteger();

    private Connection(Socket plain, Socket socket, int number) {
      this.plain = plain;
      this.socket = socket;
      this.number = number;
    }

    /** The number of this connection to the server, from 1. */
    public int number() {
      return number;
    }

    /** Requests that have come on it. */
    public int requestCount() {
      return requestCount.get();
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
      received(head.toString());
      return head.toString();
    }

    /** Notes a request that was read in another way. */
    void received(String head) {
      requestCount.incrementAndGet();
      requests.add(head);
      asked.complete(null);
    }

    /** Reads so many bytes, fewer if the client closes the connection before. */
    public byte[] read(int length) throws IOException {
      return socket.getInputStream().readNBytes(length);
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

    /** Closes the connection, from any thread. */
    public void close() throws IOException {
      socket.close();
    }

    /** Damages the bytes that come, so that TLS on this side ends it with a fatal alert. */
    public void garble() {
      ((GarblingSocket) plain).garbling = true;
    }

    /** Resets the connection, from any thread. */
    public void reset() throws IOException {
      endByReset();
      plain.close();
    }

    /** Makes the end of the connection a reset instead of an orderly close. */
    public void endByReset() {
      try {
        plain.setSoLinger(true, 0);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }
}
