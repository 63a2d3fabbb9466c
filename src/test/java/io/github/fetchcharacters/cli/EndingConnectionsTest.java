package io.github.fetchcharacters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.http.client.Certificates;
import io.github.fetchcharacters.http.client.RawServer;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that end their HTTP/1.1 connections: no record is lost, and no attempt is used up. */
@Timeout(120)
class EndingConnectionsTest {

  private static final int IDS = 200;

  private static final Certificates CERTIFICATES = Certificates.shared();

  /** Handles a request; returns whether the connection lives on. */
  @FunctionalInterface
  private interface Answers {
    boolean give(RawServer.Connection connection, String head, int number) throws IOException;
  }

  /** How a connection ends, once it has been used. */
  private record Ending(String name, Answers answers) {

    void play(RawServer.Connection connection) throws IOException {
      int number = 1;
      String head = connection.request();
      while (head != null && answers.give(connection, head, number)) {
        head = connection.request();
        number++;
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Ending> endings() {
    return Stream.of(
        new Ending(
            "closed instead of a second answer",
            (connection, head, number) -> number == 1 && well(connection, head)),
        new Ending(
            "reset instead of a second answer",
            (connection, head, number) -> number == 1 ? well(connection, head) : reset(connection)),
        new Ending(
            "closed instead of an eleventh answer",
            (connection, head, number) -> number <= 10 && well(connection, head)),
        new Ending(
            "an empty line after each answer",
            (connection, head, number) -> {
              well(connection, head);
              connection.send("\r\n");
              return true;
            }));
  }

  static Stream<Arguments> everyWay() {
    return endings()
        .flatMap(
            ending ->
                Stream.of(Mode.values())
                    .flatMap(
                        mode ->
                            Stream.of(false, true)
                                .map(secure -> Arguments.of(ending, mode, secure))));
  }

  @ParameterizedTest(name = "{0}, {1}, TLS {2}")
  @MethodSource("everyWay")
  void costsNoRecord(Ending ending, Mode mode, boolean secure) throws Exception {
    // A handshake takes long in a JVM that is new to it.
    int ids = secure ? IDS / 4 : IDS;
    try (RawServer server =
        new RawServer(secure ? CERTIFICATES.serverContext("good") : null, ending::play)) {
      CommandRun run =
          CommandRun.of(
              "--base-url=" + server.uri("/api"),
              CERTIFICATES.option(),
              "--mode=" + mode,
              "--batch-size=3",
              "--retries=0",
              "--timing",
              "1-" + ids);

      int requests = mode == Mode.BATCH ? (ids + 2) / 3 : ids;
      assertThat(run.errLines()).hasSize(1);
      assertThat(run.err()).contains(mode + ", " + requests + " requests, 0 retries, ");
      assertThat(run.outLines()).isEqualTo(NumberedRecords.names(ids));
    }
  }

  /** The answer may belong to an earlier request, and so would all that follow it. */
  @Test
  void anAnswerForAnotherIdIsTheLastOneOfItsConnection() throws Exception {
    try (RawServer server =
        new RawServer(
            new Ending(
                    "another id",
                    (connection, head, number) ->
                        well(connection, head.replace("/character/2 ", "/character/9 ")))
                ::play)) {
      CommandRun run =
          CommandRun.of("--base-url=" + server.uri("/api"), "--mode=sync", "1", "2", "3");

      assertThat(run.err())
          .isEqualTo("fetch-characters: character 2: the answer is the record of another id, 9\n");
      assertThat(run.outLines()).containsExactly("Number 1", "Number 3");
      assertThat(server.requestsPerConnection()).containsExactly(2, 1);
    }
  }

  @Test
  void resendsAreCountedApart() throws Exception {
    try (RawServer server =
        new RawServer(
            new Ending("once", (connection, head, number) -> number == 1 && well(connection, head))
                ::play)) {
      CommandRun run =
          CommandRun.of("--base-url=" + server.uri("/api"), "--mode=sync", "--timing", "1-3");

      assertThat(run.err()).contains("(sync, 3 requests, 0 retries, 1 sent again, HTTP/1.1)");
      assertThat(server.requestsPerConnection()).containsExactly(2, 1, 1);
    }
  }

  @Test
  void aComparisonCountsTheResends() throws Exception {
    try (RawServer server =
        new RawServer(
            new Ending("once", (connection, head, number) -> number == 1 && well(connection, head))
                ::play)) {
      CommandRun run =
          CommandRun.of(
              "compare",
              "--base-url=" + server.uri("/api"),
              "--modes=sync",
              "--runs=1",
              "--warmup=0",
              "1-3");

      assertThat(run.out()).contains("\nsync: 1 request sent again, ");
    }
  }

  private static boolean well(RawServer.Connection connection, String head) throws IOException {
    String body = NumberedRecords.body(ids(head));
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    return true;
  }

  private static String ids(String head) {
    String path = head.substring(0, head.indexOf(" HTTP/"));
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static boolean reset(RawServer.Connection connection) throws IOException {
    connection.reset();
    return false;
  }
}
