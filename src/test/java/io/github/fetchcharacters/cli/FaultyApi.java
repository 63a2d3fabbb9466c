package io.github.fetchcharacters.cli;

import static io.github.fetchcharacters.cli.StubApi.record;

import io.github.fetchcharacters.http.client.RawServer;
import java.io.IOException;

/**
 * A server on loopback that answers well for every character but 1, and misbehaves in a given way
 * for that one, also in a request for 1 and 2. Beside it runs another server, where no request must
 * arrive.
 */
public final class FaultyApi implements AutoCloseable {

  /** Handles a request with character 1 in it; the server closes the connection afterwards. */
  @FunctionalInterface
  interface Answer {
    /**
     * Answers or not.
     *
     * @param connection the connection of the request, which has been read
     * @param attempt number of the request among those with character 1, from 1
     * @param api the server itself
     */
    void give(RawServer.Connection connection, int attempt, FaultyApi api) throws IOException;
  }

  private final Answer answer;
  private final RawServer server;
  private final RawServer other;

  FaultyApi(Answer answer) throws IOException {
    this.answer = answer;
    this.other = new RawServer(stray -> {});
    this.server = new RawServer(this::serve);
  }

  private void serve(RawServer.Connection connection) throws IOException {
    String head = connection.request();
    if (head == null) {
      return;
    }
    if (isForTheFirst(head)) {
      answer.give(connection, attempts(), this);
    } else {
      String path = head.substring(0, head.indexOf(" HTTP/"));
      long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
      connection.send(ok(record(id, "Number " + id)));
    }
  }

  private static boolean isForTheFirst(String head) {
    return head.startsWith("GET /api/character/1 ") || head.startsWith("GET /api/character/1,2 ");
  }

  /** The option that leads here. */
  String option() {
    return "--base-url=" + origin() + "/api";
  }

  String origin() {
    return origin(server);
  }

  /** Where a redirect may lead. */
  String otherOrigin() {
    return origin(other);
  }

  private static String origin(RawServer server) {
    return server.uri("").toString();
  }

  /** Requests with character 1 in them so far. */
  int attempts() {
    return (int) server.requests().stream().filter(FaultyApi::isForTheFirst).count();
  }

  /** Connections to the other server. */
  int strays() {
    return other.connections();
  }

  @Override
  public void close() throws IOException {
    server.close();
    other.close();
  }

  /** A whole answer of status 200, after which the connection is closed. */
  public static String ok(String body) {
    return status("200 OK", body);
  }

  /**
   * A whole answer after which the connection is closed.
   *
   * @param status the code and the phrase
   * @param fields more header fields
   */
  public static String status(String status, String body, String... fields) {
    return head(status + "\r\nContent-Length: " + body.length(), fields) + body;
  }

  /** An answer up to its body. */
  static String head(String status, String... fields) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
    for (String field : fields) {
      head.append(field).append("\r\n");
    }
    return head.append("\r\n").toString();
  }
}
