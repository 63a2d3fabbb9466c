package io.github.fetchcharacters.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import io.github.fetchcharacters.http.client.Certificates;
import io.github.fetchcharacters.http.client.HttpTransport;
import io.github.fetchcharacters.http.client.RawHttp2Server;
import io.github.fetchcharacters.http.client.RawServer;
import io.github.fetchcharacters.http.client.RawServer.Script;
import io.github.fetchcharacters.http.client.TransportFixture;
import io.github.fetchcharacters.http.client.Twin;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes that fail, and the messages about them. */
@Timeout(60)
class TlsFailuresTest {

  private static final Script READING = RawServer.answering((connection, number) -> true);

  private static final String EMPTY_ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  private static final Certificates CERTIFICATES = Certificates.shared();

  private final HttpTransport transport = TransportFixture.trusting(CERTIFICATES);

  @AfterEach
  void close() {
    transport.close();
  }

  @ParameterizedTest
  @CsvSource({
    "foreign, its certificate is for another host than localhost",
    "expired, its certificate has expired or is not valid yet"
  })
  void certificatesAreChecked(String alias, String why) throws Exception {
    try (RawServer server = new RawServer(CERTIFICATES.serverContext(alias), READING)) {
      assertThat(failure(server.uri("/")))
          .returns(Kind.TLS, TransportException::kind)
          .hasMessage("no secure connection to " + server.uri("") + ": " + why);
    }
  }

  @Test
  void anUnknownAuthorityIsNotTrusted() throws Exception {
    try (RawServer server = new RawServer(CERTIFICATES.serverContext("good"), READING);
        HttpTransport trustingTheUsual = TransportFixture.transport()) {
      assertThat(Twin.EXCHANGE.failure(trustingTheUsual, server.uri("/")))
          .returns(Kind.TLS, TransportException::kind)
          .hasMessageContaining("signed by an unknown authority (--cacert=FILE adds one)");
    }
  }

  /** The numbers: RFC 8446, section 6.2. */
  @ParameterizedTest
  @CsvSource({
    "40, it accepts no version and cipher of TLS that this Java offers",
    "70, it accepts no version and cipher of TLS that this Java offers",
    "71, it accepts no version and cipher of TLS that this Java offers",
    "42, it asks for a certificate of the client",
    "116, it asks for a certificate of the client",
    "49, it denies access",
    "80, it has failed inside",
    "112, it knows no host of this name",
    "120, it offers neither HTTP/2 nor HTTP/1.1",
    "46, it has broken the handshake off",
    "10, it has broken the handshake off",
    "99, the handshake failed"
  })
  void alertsAreTranslated(int alert, String why) throws Exception {
    Script script =
        connection -> {
          connection.read(5);
          connection.send(new byte[] {21, 3, 3, 0, 2, 2, (byte) alert});
          connection.awaitLeave();
        };
    try (RawServer server = new RawServer(script)) {
      URI secure = secure(server);

      assertThat(failure(secure))
          .returns(Kind.TLS, TransportException::kind)
          .hasMessage("no secure connection to https://" + secure.getAuthority() + ": " + why);
    }
  }

  /** As it is when a server restarts: another try may succeed. */
  @ParameterizedTest
  @ValueSource(strings = {"close", "reset", "say goodbye"})
  void aConnectionThatEndsInTheHandshakeIsLost(String how) throws Exception {
    Script script =
        connection -> {
          connection.read(5);
          switch (how) {
            case "reset" -> connection.endByReset();
            case "say goodbye" -> connection.send(new byte[] {21, 3, 3, 0, 2, 1, 0});
            default -> connection.close();
          }
        };
    try (RawServer server = new RawServer(script)) {
      URI secure = secure(server);

      assertThat(failure(secure))
          .returns(Kind.HANDSHAKE_ENDED, TransportException::kind)
          .returns(true, TransportException::retryable)
          .hasMessage(
              "connection lost by https://"
                  + secure.getAuthority()
                  + " (closed in the TLS handshake)");
    }
  }

  /** It is no idle connection that the server has closed, though its client has kept one before. */
  @Test
  void aConnectionThatEndsInTheHandshakeIsNeverStale() throws Exception {
    Script script =
        connection -> {
          if (connection.number() == 1 && connection.request() != null) {
            connection.send(EMPTY_ANSWER);
            connection.request();
          }
        };
    try (RawServer server = new RawServer(CERTIFICATES.serverContext("good"), script)) {
      assertThat(transport.exchange(server.uri("/")).status()).isEqualTo(200);
      assertThat(failure(server.uri("/"))).returns(true, TransportException::isStale);

      assertThat(failure(server.uri("/")))
          .returns(Kind.HANDSHAKE_ENDED, TransportException::kind)
          .returns(false, TransportException::isStale);
    }
  }

  @Test
  void anAlertOnAConnectionThatHasServedEndsThatConnection() throws Exception {
    Script script =
        connection -> {
          connection.request();
          connection.send(EMPTY_ANSWER);
          connection.garble();
          connection.request();
        };
    try (RawServer server = new RawServer(CERTIFICATES.serverContext("good"), script)) {
      assertThat(transport.exchange(server.uri("/")).status()).isEqualTo(200);

      assertThat(failure(server.uri("/")))
          .returns(Kind.UNANSWERED, TransportException::kind)
          .returns(true, TransportException::isStale)
          .hasMessage("connection lost by " + server.uri("") + " (closed before the answer)");
    }
  }

  @Test
  void anAlertOnAnHttp2ConnectionThatHasServedEndsThatConnection() throws Exception {
    CountDownLatch second = new CountDownLatch(1);
    try (RawHttp2Server server =
        new RawHttp2Server(
            CERTIFICATES.serverContext("good"),
            connection ->
                stream -> {
                  if (connection.requestCount() == 1) {
                    stream.answer("{}");
                  } else {
                    connection.garble();
                    second.countDown();
                  }
                })) {
      assertThat(transport.exchange(server.uri("/")).status()).isEqualTo(200);
      CompletableFuture<Reply> unanswered = transport.exchangeAsync(server.uri("/"));
      second.await();
      CompletableFuture<Reply> garbled = transport.exchangeAsync(server.uri("/"));

      assertThat(garbled.handle((reply, thrown) -> thrown).get()).isNotNull();
      assertThat((TransportException) unanswered.handle((reply, thrown) -> thrown).get())
          .returns(Kind.UNANSWERED, TransportException::kind)
          .returns(true, TransportException::isStale);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-OpenSSH_9.2p1\r\n"})
  void aServerWithoutTlsIsRecognised(String greeting) throws Exception {
    Script script =
        connection -> {
          connection.send(greeting);
          connection.awaitLeave();
        };
    try (RawServer server = new RawServer(script)) {
      assertThat(failure(secure(server)))
          .returns(Kind.TLS, TransportException::kind)
          .hasMessageEndingWith(": it speaks no TLS there (http:// may be meant)");
    }
  }

  /** The JDK's server answers plain http with an alert. */
  @Test
  void aServerWithTlsIsRecognised() throws Exception {
    try (RawServer server = new RawServer(CERTIFICATES.serverContext("good"), READING)) {
      URI plain = URI.create(server.uri("/").toString().replace("https:", "http:"));

      assertThat(failure(plain))
          .returns(Kind.TLS, TransportException::kind)
          .hasMessage("http://" + plain.getAuthority() + " speaks TLS: https:// is meant");
    }
  }

  private static URI secure(RawServer server) {
    return URI.create(server.uri("/").toString().replace("http:", "https:"));
  }

  private TransportException failure(URI uri) {
    return Twin.EXCHANGE.failure(transport, uri);
  }
}
