package io.github.fetchcharacters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.http.client.Certificates;
import io.github.fetchcharacters.http.client.Http2Connection;
import io.github.fetchcharacters.http.client.RawHttp2Server;
import io.github.fetchcharacters.http.client.RawHttp2Server.Script;
import io.github.fetchcharacters.http.client.RawHttp2Server.Stream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that end their HTTP/2 connections or refuse streams: no record is lost. */
@Timeout(120)
class EndingHttp2Test {

  private static final int IDS = 60;

  private static final Certificates CERTIFICATES = Certificates.shared();

  /**
   * As nginx does with {@code keepalive_requests}: the last one is answered, later ones are not.
   */
  @ParameterizedTest
  @EnumSource
  void goAwayAfterTenRequests(Mode mode) throws Exception {
    try (RawHttp2Server server = server(goAwayAfter(10))) {
      assertThatAllArrive(server, mode, "--retries=0", "--concurrency=8");
      assertThat(server.connections()).as("a tenth of the ids, or of the batches").isBetween(2, 7);
      assertThat(server.peak()).as("one ends, one serves").isLessThanOrEqualTo(4);
      server.awaitOpen(0);
    }
  }

  /** Nothing is in flight when the connection ends, as after a pause between two ids. */
  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void aConnectionThatIsClosedWhileIdle(String mode) throws Exception {
    Queue<Http2Connection> connections = new ConcurrentLinkedQueue<>();
    try (RawHttp2Server server =
            server(
                connection -> {
                  connections.add(connection);
                  return EndingHttp2Test::answer;
                });
        BackgroundRun run =
            BackgroundRun.start(
                "--base-url=" + server.uri("/api"),
                CERTIFICATES.option(),
                "--mode=" + mode,
                "--retries=0",
                "-")) {
      run.type("1 ");
      assertThat(run.nextLine()).isEqualTo("Number 1");
      connections.remove().close();
      server.awaitOpen(0);
      run.type("2 ");
      assertThat(run.nextLine()).isEqualTo("Number 2");
      run.endInput();

      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** All the others wait for the second request, which opens a connection for them. */
  @ParameterizedTest
  @EnumSource
  void aFirstConnectionThatEndsBeforeItsFirstAnswer(Mode mode) throws Exception {
    try (RawHttp2Server server =
        server(
            connection ->
                connection.number() == 1
                    ? stream -> connection.close()
                    : EndingHttp2Test::answer)) {
      assertThatAllArrive(server, mode, "--retries=1", "--retry-delay=1ms");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void goAwayAfterEachRequest(Mode mode) throws Exception {
    try (RawHttp2Server server = server(goAwayAfter(1))) {
      assertThatAllArrive(server, mode, "--retries=0");
      assertThat(server.requests()).hasSizeLessThanOrEqualTo(2 * IDS);
      server.awaitOpen(0);
    }
  }

  private static Script goAwayAfter(int requests) {
    return connection ->
        stream -> {
          int number = connection.requestCount();
          if (number == requests) {
            connection.goAway(stream.id(), Http2Connection.NO_ERROR);
          }
          // The server reads and ignores the requests sent meanwhile.
          if (number <= requests) {
            answer(stream);
          }
        };
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatIsClosedWithRequestsUnderWay(Mode mode) throws Exception {
    try (RawHttp2Server server = server(endsAfter(10, Http2Connection::close))) {
      assertThatAllArrive(server, mode, "--retry-delay=1ms");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatIsResetWithRequestsUnderWay(Mode mode) throws Exception {
    try (RawHttp2Server server = server(endsAfter(10, Http2Connection::reset))) {
      assertThatAllArrive(server, mode, "--retry-delay=1ms");
    }
  }

  @FunctionalInterface
  private interface End {
    void of(Http2Connection connection) throws IOException;
  }

  private static Script endsAfter(int requests, End end) {
    return connection ->
        stream -> {
          if (connection.requestCount() <= requests) {
            answer(stream);
          } else {
            end.of(connection);
          }
        };
  }

  /** Answers take a moment, so that many requests are in flight at once. */
  @ParameterizedTest
  @EnumSource
  void streamsThatAreRefused(Mode mode) throws Exception {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    try (RawHttp2Server server =
        server(
            connection ->
                stream -> {
                  if (connection.openStreams() > 8) {
                    stream.reset(Http2Connection.REFUSED_STREAM);
                  } else {
                    timer.schedule(() -> answerLater(stream), 5, TimeUnit.MILLISECONDS);
                  }
                })) {
      assertThatAllArrive(server, mode, "--retries=0");
      assertThat(server.connections()).isEqualTo(1);
    } finally {
      timer.shutdownNow();
    }
  }

  private static void answerLater(Stream stream) {
    try {
      answer(stream);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static RawHttp2Server server(Script script) throws Exception {
    return new RawHttp2Server(CERTIFICATES.serverContext("good"), script);
  }

  private static void assertThatAllArrive(
      RawHttp2Server server, Mode mode, String... furtherOptions) {
    List<String> arguments = new ArrayList<>(List.of(furtherOptions));
    arguments.addAll(
        List.of(
            "--base-url=" + server.uri("/api"),
            CERTIFICATES.option(),
            "--mode=" + mode,
            "--batch-size=3",
            "1-" + IDS));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));

    assertThat(run.err()).isEmpty();
    assertThat(run.outLines()).isEqualTo(NumberedRecords.names(IDS));
  }

  private static void answer(Stream stream) throws IOException {
    String path = stream.path();
    String ids = path.substring(path.lastIndexOf('/') + 1);
    stream.answer(NumberedRecords.body(ids));
  }
}
