package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that end by their deadline while another answer holds up their client. */
@Timeout(60)
class HeldUpRequestTest {

  /** The answer has to begin within half of it, on a busy machine, too. */
  private static final Duration TIMEOUT = Duration.ofSeconds(6);

  private static final Certificates CERTIFICATES = Certificates.shared();

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void overHttp1() throws Exception {
    try (RawServer server =
            new RawServer(
                connection -> {
                  if (("" + connection.request()).contains("/stalls")) {
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
                    begun.countDown();
                  }
                  connection.awaitLeave();
                });
        HttpTransport transport = transport()) {
      assertThatTheOtherIsHeldUp(transport, server.uri("/").toString());
    }
  }

  @Test
  void overHttp2() throws Exception {
    try (RawHttp2Server server =
            new RawHttp2Server(
                CERTIFICATES.serverContext("good"),
                connection ->
                    stream -> {
                      if (stream.path().equals("/stalls")) {
                        stream.begin(200);
                        stream.send("{");
                        begun.countDown();
                      }
                    });
        HttpTransport transport = transport()) {
      assertThatTheOtherIsHeldUp(transport, server.uri("/").toString());
    }
  }

  @Test
  void beforeItsConnectionIsOpen() throws Exception {
    try (RawServer server =
            new RawServer(
                CERTIFICATES.serverContext("good"),
                connection -> {
                  if (connection.number() > 1) {
                    awaitEnd();
                  } else if (connection.request() != null) {
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
                    begun.countDown();
                    awaitEnd();
                  }
                });
        HttpTransport transport = transport(TIMEOUT, Duration.ofSeconds(50))) {
      CompletableFuture<Reply> culprit = transport.exchangeAsync(server.uri("/stalls"));
      begun.await();

      assertThat(failure(transport.exchangeAsync(server.uri("/"))))
          .returns(Kind.HELD_UP, TransportException::kind)
          .hasMessageStartingWith("no connection to ");
      assertThat(culprit).isNotDone();
    } finally {
      end.countDown();
    }
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** As always: the server itself is slow. */
  @Test
  void oneWithoutAnyAnswerBesideItIsNot() throws Exception {
    try (RawServer silent = new RawServer(RawServer.Connection::awaitLeave);
        HttpTransport transport = transport(TIMEOUT, Duration.ofSeconds(1))) {
      assertThat(failure(transport.exchangeAsync(silent.uri("/"))))
          .returns(Kind.TIMEOUT, TransportException::kind)
          .returns(false, TransportException::isAlone);
    }
  }

  private void assertThatTheOtherIsHeldUp(HttpTransport transport, String base) throws Exception {
    CompletableFuture<Reply> before = transport.exchangeAsync(uri(base, "before"));
    CompletableFuture<Reply> culprit = transport.exchangeAsync(uri(base, "stalls"));
    begun.await();
    CompletableFuture<Reply> after = transport.exchangeAsync(uri(base, "after"));

    assertThat(failure(culprit))
        .returns(Kind.TIMEOUT, TransportException::kind)
        .returns(true, TransportException::isAlone);
    assertThat(failure(before)).returns(Kind.HELD_UP, TransportException::kind);
    assertThat(failure(after)).returns(Kind.HELD_UP, TransportException::kind);
  }

  private static URI uri(String base, String path) {
    return URI.create(base + path);
  }

  private static TransportException failure(CompletableFuture<Reply> exchange) throws Exception {
    return (TransportException)
        exchange.handle((reply, thrown) -> thrown).get(20, TimeUnit.SECONDS);
  }

  private static HttpTransport transport() throws Exception {
    return transport(Duration.ofSeconds(50), TIMEOUT);
  }

  private static HttpTransport transport(Duration connectTimeout, Duration timeout)
      throws Exception {
    return TransportFixture.transport(
        new HttpSettings(
            connectTimeout, timeout, 1 << 16, null, CERTIFICATES.clientContext(), List.of()));
  }
}
