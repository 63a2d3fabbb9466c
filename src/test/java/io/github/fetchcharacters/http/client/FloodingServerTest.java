package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import io.github.fetchcharacters.http.client.RawHttp2Server.Script;
import io.github.fetchcharacters.http.tls.ConnectionWatch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HTTP/2 servers that send frames and no answer: the client queues something for each. */
@Timeout(120)
class FloodingServerTest {

  /** Far more bytes than the sockets of both sides hold. */
  private static final long MAX_IN_SOCKETS = 16 << 20;

  /** Of a PING in a record of its own. */
  private static final int OCTETS_OF_A_PING = 34;

  private static final long MOST_PINGS =
      ConnectionWatch.MAX_SILENT_FRAMES + MAX_IN_SOCKETS / OCTETS_OF_A_PING;

  private static final Certificates CERTIFICATES = Certificates.shared();

  private final AtomicLong pings = new AtomicLong();
  private final HttpTransport transport = TransportFixture.transport(settings());

  private static HttpSettings settings() {
    try {
      Duration endless = Duration.ofMinutes(5);
      return new HttpSettings(
          endless, endless, 1 << 20, null, CERTIFICATES.clientContext(), List.of());
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }

  @AfterEach
  void close() {
    transport.close();
  }

  @ParameterizedTest
  @EnumSource
  void areLeftBeforeLong(Twin twin) throws Exception {
    try (RawHttp2Server server = server(this::flood)) {
      assertThat(failure(twin, server))
          .returns(Kind.FLOODED, TransportException::kind)
          .returns(false, TransportException::isResendable)
          .hasMessage("the server sends frames of HTTP/2 without end, but no answer");
      server.awaitOpen(0);
      assertThat(pings.get()).isBetween((long) ConnectionWatch.MAX_SILENT_FRAMES - 2, MOST_PINGS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void haveTheNextRequestOnANewConnection(Twin twin) throws Exception {
    Script once =
        connection -> connection.number() == 1 ? flood(connection) : stream -> stream.answer("{}");
    try (RawHttp2Server server = server(once)) {
      failure(twin, server);

      assertThat(twin.ask(transport, server.uri("/")).status()).isEqualTo(200);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** Together more than may come in a row. */
  @ParameterizedTest
  @EnumSource
  void areNoFloodWhereAnswersCome(Twin twin) throws Exception {
    Script busy =
        connection ->
            stream -> {
              ping(connection, ConnectionWatch.MAX_SILENT_FRAMES / 2);
              stream.answer("{}");
            };
    try (RawHttp2Server server = server(busy)) {
      for (int i = 0; i < 4; i++) {
        assertThat(twin.ask(transport, server.uri("/")).status()).isEqualTo(200);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** The resets of a server that fails each request are as many as the requests. */
  @ParameterizedTest
  @EnumSource
  void areNoFloodWhereRequestsEnd(Twin twin) throws Exception {
    Script failing =
        connection ->
            stream -> {
              ping(connection, ConnectionWatch.MAX_SILENT_FRAMES / 2);
              stream.reset(Http2Connection.INTERNAL_ERROR);
            };
    try (RawHttp2Server server = server(failing)) {
      for (int i = 0; i < 4; i++) {
        assertThat(failure(twin, server)).returns(Kind.LOST, TransportException::kind);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private TransportException failure(Twin twin, RawHttp2Server server) {
    return twin.failure(transport, server.uri("/"));
  }

  private static RawHttp2Server server(Script script) throws Exception {
    return new RawHttp2Server(CERTIFICATES.serverContext("good"), script);
  }

  /** Never reads; ends in time by itself. */
  private RawHttp2Server.Answers flood(Http2Connection connection) throws IOException {
    while (pings.get() < 2 * MOST_PINGS) {
      connection.ping();
      pings.incrementAndGet();
    }
    throw new IOException("never left");
  }

  private static void ping(Http2Connection connection, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      connection.ping();
    }
  }
}
