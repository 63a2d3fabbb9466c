package io.github.fetchcharacters.http.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * An HTTP/2 server on loopback, over TLS, that does what a test wants, frame by frame. The answers
 * are given on the connection's thread, which reads no further meanwhile; frames may be sent from
 * any thread.
 */
public final class RawHttp2Server implements AutoCloseable {

  /** What the server does with a new connection, whose preface it has read. */
  @FunctionalInterface
  public interface Script {
    /**
     * Sends what comes before any answer, such as more settings.
     *
     * @return what it does with each request of this connection
     */
    Answers play(Http2Connection connection) throws IOException;
  }

  /** What the server does with each request. */
  @FunctionalInterface
  public interface Answers {
    /** Answers, refuses, or keeps silent by doing nothing. */
    void give(Stream stream) throws IOException;
  }

  private final RawServer server;
  private final Script script;
  private final AtomicInteger answered = new AtomicInteger();

  /**
   * Starts a server.
   *
   * @param tls its keys
   */
  public RawHttp2Server(SSLContext tls, Script script) throws IOException {
    this.script = script;
    this.server = new RawServer(tls, this::serve, "h2");
  }

  private void serve(RawServer.Connection socket) throws IOException {
    Http2Connection connection = new Http2Connection(socket);
    if (connection.open()) {
      Answers answers = script.play(connection);
      connection.serve((id, path) -> answers.give(new Stream(connection, id, path)));
    }
  }

  public URI uri(String path) {
    return server.uri(path);
  }

  /** Connections opened so far. */
  public int connections() {
    return server.connections();
  }

  /** Connections open now. */
  public int open() {
    return server.open();
  }

  /** The peak of open connections. */
  public int peak() {
    return server.peak();
  }

  /** Waits until so many connections are open or fewer. */
  public void awaitOpen(int max) throws InterruptedException {
    server.awaitOpen(max);
  }

  /** The paths asked for, with their queries, in the order in which they came. */
  public List<String> requests() {
    return server.requests();
  }

  /** How many streams have come on each connection, in the order in which they were opened. */
  public List<Integer> requestsPerConnection() {
    return server.requestsPerConnection();
  }

  /** Streams that were answered to the end. */
  public int answered() {
    return answered.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** One request and the way to answer it, now or later. */
  public final class Stream {

    private final Http2Connection connection;
    private final int id;
    private final String path;

    private Stream(Http2Connection connection, int id, String path) {
      this.connection = connection;
      this.id = id;
      this.path = path;
    }

    /** The id: 1, 3, 5 and so on. */
    public int id() {
      return id;
    }

    /** What is asked for, with the query. */
    public String path() {
      return path;
    }

    public Http2Connection connection() {
      return connection;
    }

    /**
     * Answers to the end.
     *
     * @param headers names in lower case and values in turn
     */
    public void answer(int status, String body, String... headers) throws IOException {
      byte[] bytes = body.getBytes(UTF_8);
      // Before the client can know of it.
      answered.incrementAndGet();
      connection.sendHeaders(id, bytes.length == 0, status, headers);
      if (bytes.length > 0) {
        connection.sendData(id, true, bytes);
      }
    }

    /** Answers with status 200 to the end. */
    public void answer(String body) throws IOException {
      answer(200, body);
    }

    /** Begins an answer that goes on. */
    public void begin(int status, String... headers) throws IOException {
      connection.sendHeaders(id, false, status, headers);
    }

    /** Sends a part of a body that goes on. */
    public void send(String part) throws IOException {
      connection.sendData(id, false, part.getBytes(UTF_8));
    }

    /** Sends RST_STREAM. */
    public void reset(int code) throws IOException {
      connection.resetStream(id, code);
    }
  }
}
