package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import io.github.fetchcharacters.http.client.RawServer.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that never come or are not whole, through both twins. */
@Timeout(60)
class HttpTransportFailureTest {

  private static final int MAX_BODY = 1 << 16;

  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final HttpTransport transport = TransportFixture.transport(MAX_BODY);

  @AfterEach
  void close() {
    transport.close();
  }

  /** A misdeed of a server, and the message about it. */
  private record Misdeed(String name, Kind kind, String message, Script script) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Each case has one request on the wire: the JDK repeats none. */
  @ParameterizedTest(name = "{0}, by {1}")
  @MethodSource
  void reportsWhatWentWrongAfterOneRequest(Misdeed misdeed, Twin twin) throws IOException {
    try (RawServer server = new RawServer(misdeed.script())) {
      TransportException failure = failure(twin, server.uri("/character/1"));

      assertThat(failure).returns(misdeed.kind(), TransportException::kind);
      assertThat(failure).hasMessageContaining(misdeed.message()).message().doesNotContain("\n");
      assertThat(failure.getMessage()).hasSizeLessThan(150);
      assertThat(server.requests()).hasSize(1);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  static Stream<Arguments> reportsWhatWentWrongAfterOneRequest() {
    return misdeeds()
        .flatMap(misdeed -> Stream.of(Twin.values()).map(t -> Arguments.of(misdeed, t)));
  }

  private static Stream<Misdeed> misdeeds() {
    return Stream.of(
        new Misdeed(
            "closes before the answer",
            Kind.UNANSWERED,
            "(closed before the answer)",
            answering("")),
        new Misdeed(
            "resets before the answer",
            Kind.UNANSWERED,
            "(reset before the answer)",
            connection -> {
              connection.request();
              connection.endByReset();
            }),
        new Misdeed(
            "closes within the head",
            Kind.LOST,
            "(closed within the answer)",
            answering("HTTP/1.1 200 OK\r\nContent-Le")),
        new Misdeed(
            "closes within the status line",
            Kind.LOST,
            "(closed within the answer)",
            answering("HTTP/1.1 2")),
        new Misdeed(
            "closes within the first word",
            Kind.LOST,
            "(closed within the answer)",
            answering("HT")),
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
            "closes within a chunk", Kind.LOST, "cut short", answering(CHUNKED + "10\r\n{\"id\"")),
        new Misdeed(
            "closes before the last chunk",
            Kind.LOST,
            "cut short",
            answering(CHUNKED + "2\r\n{}\r\n")),
        new Misdeed(
            "resets within the body",
            Kind.LOST,
            // Either message, since the reset may overtake the bytes before it.
            "",
            connection -> {
              connection.request();
              connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\":1");
              connection.endByReset();
            }),
        new Misdeed(
            "speaks another protocol",
            Kind.NOT_HTTP,
            "the answer is not HTTP: its first line is 'SSH-2.0-OpenSSH_9.2p1'",
            answering("SSH-2.0-OpenSSH_9.2p1\r\n\r\n")),
        new Misdeed(
            "speaks another protocol at length",
            Kind.NOT_HTTP,
            "its first line is '" + "x".repeat(60) + "…'",
            answering("x".repeat(1000) + "\r\n\r\n")),
        new Misdeed(
            "says a word of another protocol", Kind.NOT_HTTP, "'hello'", answering("hello")),
        new Misdeed(
            "sends a line end first",
            Kind.NOT_HTTP,
            "its first line is ''",
            answering("\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")),
        new Misdeed(
            "quotes the client's own words",
            Kind.NOT_HTTP,
            "'request not processed by peer'",
            answering("request not processed by peer\r\n\r\n")),
        new Misdeed(
            "speaks TLS and says so",
            Kind.TLS,
            " speaks TLS: https:// is meant",
            connection -> {
              connection.request();
              connection.send(new byte[] {21, 3, 3, 0, 2, 2, 80});
            }),
        new Misdeed(
            "speaks TLS and says so, with a line end among its bytes",
            Kind.TLS,
            " speaks TLS: https:// is meant",
            connection -> {
              connection.request();
              connection.send(new byte[] {21, 3, 1, 0, 2, 2, 10});
            }),
        new Misdeed(
            "speaks TLS and has a page for it",
            Kind.TLS,
            " speaks TLS: https:// is meant",
            answering(
                "HTTP/1.1 400 Bad Request\r\nContent-Length: 70\r\n\r\n<html>"
                    + "<center>The plain HTTP request was sent to HTTPS port</center>  ")),
        new Misdeed(
            "sends a status that is no number",
            Kind.NOT_HTTP,
            "its first line is 'HTTP/1.1 OK 200'",
            answering("HTTP/1.1 OK 200\r\n\r\n")),
        new Misdeed(
            "ends the status line badly",
            Kind.UNACCEPTABLE,
            "its lines do not end well",
            answering("HTTP/1.1 200 OK\rx")),
        new Misdeed(
            "sends a field whose name has a space",
            Kind.UNACCEPTABLE,
            "a field of its head is malformed",
            answering("HTTP/1.1 200 OK\r\nBad Name: x\r\n\r\n")),
        new Misdeed(
            "sends a head without end",
            Kind.UNACCEPTABLE,
            "its head is too large",
            answering("HTTP/1.1 200 OK\r\nX: " + "x".repeat(1 << 20))),
        new Misdeed(
            "changes the protocol",
            Kind.UNACCEPTABLE,
            "it changes to another protocol",
            answering("HTTP/1.1 101 Switching Protocols\r\n\r\n")),
        new Misdeed(
            "announces an answer for ever",
            Kind.UNACCEPTABLE,
            "only announcements of an answer",
            answering("HTTP/1.1 100 Continue\r\n\r\n".repeat(20))),
        new Misdeed(
            "sends a length below zero",
            Kind.UNACCEPTABLE,
            "its length is negative",
            answering("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}")),
        new Misdeed(
            "sends a chunk's size that is no number",
            Kind.UNACCEPTABLE,
            "its chunks are malformed",
            answering(CHUNKED + "xyz\r\n{}")),
        new Misdeed(
            "sends a chunk's head without end",
            Kind.UNACCEPTABLE,
            "its chunks are malformed",
            answering(CHUNKED + "2;" + "x".repeat(100_000))),
        new Misdeed(
            "sends a length that is no number",
            Kind.UNACCEPTABLE,
            "its length is no number",
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

  /** Bound, so that no other process gets the port, but not listening. */
  @ParameterizedTest
  @EnumSource
  void reportsARefusedConnection(Twin twin) throws IOException {
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
  void reportsAnUnknownHost(Twin twin) {
    assertThat(failure(twin, URI.create("http://nohost.invalid/character/1")))
        .returns(Kind.UNKNOWN_HOST, TransportException::kind)
        .returns(false, TransportException::retryable)
        .hasMessage("unknown host nohost.invalid");
  }

  @ParameterizedTest
  @EnumSource
  void reportsAServerWithoutTls(Twin twin) throws IOException {
    Script plain = connection -> connection.send("HTTP/1.1 400 Bad Request\r\n\r\n");
    try (RawServer server = new RawServer(plain)) {
      URI secure = URI.create(server.uri("/").toString().replace("http:", "https:"));

      assertThat(failure(twin, secure))
          .returns(Kind.TLS, TransportException::kind)
          .returns(false, TransportException::retryable)
          .hasMessage(
              "no secure connection to https://"
                  + secure.getRawAuthority()
                  + ": it speaks no TLS there (http:// may be meant)");
    }
  }

  /** RFC 9110, section 15.3.5: a 204 has no content, whatever else it says. */
  @ParameterizedTest
  @EnumSource
  void reportsA204ThatHasALength(Twin twin) throws IOException {
    String answer = "HTTP/1.1 204 No Content\r\nContent-Length: 3\r\n\r\nabc";
    try (RawServer server = new RawServer(answering(answer))) {
      assertThatThrownBy(() -> twin.ask(transport, server.uri("/")))
          .isInstanceOf(StatusException.class)
          .hasMessage("204 No Content");
    }
  }

  /** With a name also its addresses, and never a password. */
  @ParameterizedTest
  @EnumSource
  void namesTheAddressesThatWereTried(Twin twin) throws IOException {
    try (Socket deaf = new Socket()) {
      deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      List<String> all = HostAddresses.resolved("localhost");

      URI uri = URI.create("http://user:secret@localhost:" + deaf.getLocalPort() + "/");

      assertThat(failure(twin, uri))
          .returns(Kind.REFUSED, TransportException::kind)
          .hasMessage(
              "connection refused by http://localhost:%d (%s)"
                  .formatted(deaf.getLocalPort(), String.join(", ", all)));
    }
  }

  /** A broadcast address: the kernel sends nothing. */
  @ParameterizedTest
  @EnumSource
  void reportsAnAddressWithoutARoute(Twin twin) {
    assertThat(failure(twin, URI.create("http://255.255.255.255:9/")))
        .returns(Kind.REFUSED, TransportException::kind)
        .hasMessage("no route to http://255.255.255.255:9");
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

  /** The case in which the JDK's client by default repeats a request most often. */
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
          .returns(Kind.UNANSWERED, TransportException::kind)
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
    return twin.failure(transport, uri);
  }
}
