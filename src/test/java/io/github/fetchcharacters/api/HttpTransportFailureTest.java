package io.github.fetchcharacters.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fetchcharacters.api.RawServer.Script;
import io.github.fetchcharacters.api.TransportException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of answers that never come or are not whole, through both twins. */
@Timeout(60)
class HttpTransportFailureTest {

  private static final int MAX_BODY = 1 << 16;

  private final HttpTransport transport =
      new HttpTransport(
          new HttpSettings(
              Duration.ofSeconds(20), Duration.ofSeconds(20), MAX_BODY, null, null, List.of()));

  @AfterEach
  void close() {
    transport.close();
  }

  /** What a server does, and what is said of it. */
  private record Misdeed(String name, Kind kind, String message, Script script) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** In each case one request is on the wire: the JDK's own repeating is off. */
  @ParameterizedTest(name = "{0}, by {1}")
  @MethodSource
  void tellsWhatWentWrongAfterOneRequest(Misdeed misdeed, Twin twin) throws IOException {
    try (RawServer server = new RawServer(misdeed.script())) {
      TransportException failure = failure(twin, server.uri("/character/1"));

      assertThat(failure).returns(misdeed.kind(), TransportException::kind);
      assertThat(failure).hasMessageContaining(misdeed.message()).message().doesNotContain("\n");
      assertThat(server.requests()).hasSize(1);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  static Stream<Arguments> tellsWhatWentWrongAfterOneRequest() {
    return misdeeds()
        .flatMap(misdeed -> Stream.of(Twin.values()).map(t -> Arguments.of(misdeed, t)));
  }

  private static Stream<Misdeed> misdeeds() {
    return Stream.of(
        new Misdeed(
            "closes before the answer", Kind.LOST, "(closed before the answer)", answering("")),
        new Misdeed(
            "resets before the answer",
            Kind.LOST,
            "connection lost by http://127.0.0.1:",
            connection -> {
              connection.request();
              connection.endByReset();
            }),
        new Misdeed(
            "closes within the head",
            Kind.LOST,
            "connection lost by",
            answering("HTTP/1.1 200 OK\r\nContent-Le")),
        new Misdeed(
            "closes before the body",
            Kind.LOST,
            "cut short",
            answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n")),
        new Misdeed(
            "closes within the body",
            Kind.LOST,
            "cut short",
            answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\":1")),
        new Misdeed(
            "closes within a chunk",
            Kind.LOST,
            "cut short",
            answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"id\"")),
        new Misdeed(
            "closes before the last chunk",
            Kind.LOST,
            "cut short",
            answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")),
        new Misdeed(
            "resets within the body",
            Kind.LOST,
            // Told in either way, as the reset overtakes what was sent before it or not.
            "",
            connection -> {
              connection.request();
              connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\":1");
              connection.endByReset();
            }),
        new Misdeed(
            "speaks another protocol",
            Kind.UNACCEPTABLE,
            "not HTTP",
            answering("SSH-2.0-OpenSSH_9.2p1\r\n\r\n")),
        new Misdeed(
            "sends a status that is no number",
            Kind.UNACCEPTABLE,
            "not HTTP",
            answering("HTTP/1.1 OK 200\r\n\r\n")),
        new Misdeed(
            "sends a length that is no number",
            Kind.UNACCEPTABLE,
            "not HTTP",
            answering("HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n0123456789")));
  }

  @ParameterizedTest
  @EnumSource
  void readsABodyThatEndsWithTheConnection(Twin twin) throws Exception {
    try (RawServer server = new RawServer(answering("HTTP/1.0 200 OK\r\n\r\n{\"id\":1}"))) {
      assertThat(twin.ask(transport, server.uri("/")).body()).asString().isEqualTo("{\"id\":1}");
    }
  }

  /** An endless body: the server can send it only until the client leaves. */
  @ParameterizedTest
  @EnumSource
  void leavesInTheMiddleOfABodyBeyondTheLimit(Twin twin) throws Exception {
    Script endless =
        connection -> {
          connection.request();
          connection.send("HTTP/1.1 200 OK\r\n\r\n");
          while (true) {
            connection.send(new byte[4096]);
          }
        };
    try (RawServer server = new RawServer(endless)) {
      assertThat(failure(twin, server.uri("/")))
          .returns(Kind.UNACCEPTABLE, TransportException::kind)
          .hasMessage("the answer is larger than --max-body=65536 bytes");
      server.left().get(20, TimeUnit.SECONDS);
    }
  }

  /** Bound, so that nobody else gets the port, but not listening. */
  @ParameterizedTest
  @EnumSource
  void tellsOfARefusedConnection(Twin twin) throws IOException {
    try (Socket deaf = new Socket()) {
      deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

      String origin = "http://127.0.0.1:" + deaf.getLocalPort();

      assertThat(failure(twin, URI.create(origin + "/")))
          .returns(Kind.REFUSED, TransportException::kind)
          .returns(true, TransportException::retryable)
          .hasMessage("connection refused by " + origin);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsOfAnUnknownHost(Twin twin) {
    assertThat(failure(twin, URI.create("http://nohost.invalid/character/1")))
        .returns(Kind.UNKNOWN_HOST, TransportException::kind)
        .returns(false, TransportException::retryable)
        .hasMessage("unknown host nohost.invalid");
  }

  @ParameterizedTest
  @EnumSource
  void tellsOfAServerWithoutTls(Twin twin) throws IOException {
    Script plain = connection -> connection.send("HTTP/1.1 400 Bad Request\r\n\r\n");
    try (RawServer server = new RawServer(plain)) {
      URI secure = URI.create(server.uri("/").toString().replace("http:", "https:"));

      assertThat(failure(twin, secure))
          .returns(Kind.TLS, TransportException::kind)
          .returns(false, TransportException::retryable)
          .hasMessageStartingWith("no secure connection to https://127.0.0.1:");
    }
  }

  @ParameterizedTest
  @EnumSource
  void usesAConnectionAgain(Twin twin) throws Exception {
    Script patient =
        connection -> {
          while (connection.request() != null) {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
          }
        };
    try (RawServer server = new RawServer(patient)) {
      twin.ask(transport, server.uri("/1"));
      twin.ask(transport, server.uri("/2"));

      assertThat(server.requests()).hasSize(2);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** The case in which the JDK's client is keenest to repeat a request. */
  @ParameterizedTest
  @EnumSource
  void sendsARequestOnceThoughAUsedConnectionIsLost(Twin twin) throws Exception {
    Script once =
        connection -> {
          connection.request();
          connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
          connection.request();
        };
    try (RawServer server = new RawServer(once)) {
      twin.ask(transport, server.uri("/1"));

      assertThat(failure(twin, server.uri("/2")))
          .returns(Kind.LOST, TransportException::kind)
          .hasMessageEndingWith("(closed before the answer)");
      assertThat(server.requests()).hasSize(2);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private static Script answering(String answer) {
    return connection -> {
      connection.request();
      connection.send(answer);
    };
  }

  private TransportException failure(Twin twin, URI uri) {
    return catchThrowableOfType(TransportException.class, () -> twin.ask(transport, uri));
  }
}
