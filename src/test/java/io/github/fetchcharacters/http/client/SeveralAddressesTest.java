package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A name whose first address refuses connections, and whose second may serve. */
@Timeout(60)
class SeveralAddressesTest {

  /** Not 127.0.0.1, where any client may have the port. */
  private static final String FIRST = "127.0.0.4";

  private static final String SECOND = "127.0.0.2";
  private static final String THIRD = "127.0.0.3";

  private static final Certificates CERTIFICATES = Certificates.shared();

  @ParameterizedTest
  @EnumSource
  void goesOnToTheNext(Twin twin) throws Exception {
    try (RawServer server = serverAt(SECOND, null);
        Socket deaf = deafAt(FIRST, port(server));
        HttpTransport transport = transport(FIRST, SECOND)) {
      URI uri = URI.create("http://user@localhost:" + port(server) + "/a%20b?c=%26");

      assertThat(twin.ask(transport, uri).status()).isEqualTo(200);
      assertThat(server.requests())
          .singleElement()
          .asString()
          .startsWith("GET /a%20b?c=%26 HTTP/1.1\r\n")
          .containsOnlyOnce("Host: localhost:" + port(server) + "\r\n");
      assertThat(deaf.isBound()).isTrue();
    }
  }

  /** The certificate is for the name, and not for the address. */
  @ParameterizedTest
  @EnumSource
  void goesOnToTheNextOverTls(Twin twin) throws Exception {
    try (RawServer server = serverAt(SECOND, CERTIFICATES.serverContext("good"));
        Socket deaf = deafAt(FIRST, port(server));
        HttpTransport transport = transport(FIRST, SECOND)) {
      URI uri = URI.create("https://localhost:" + port(server) + "/");

      assertThat(twin.ask(transport, uri).status()).isEqualTo(200);
      assertThat(deaf.isBound()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void checksTheCertificateOfTheNext(Twin twin) throws Exception {
    try (RawServer server = serverAt(SECOND, CERTIFICATES.serverContext("foreign"));
        Socket deaf = deafAt(FIRST, port(server));
        HttpTransport transport = transport(FIRST, SECOND)) {
      URI uri = URI.create("https://localhost:" + port(server) + "/");

      assertThat(twin.failure(transport, uri))
          .returns(Kind.TLS, TransportException::kind)
          .hasMessageEndingWith("its certificate is for another host than localhost");
      assertThat(deaf.isBound()).isTrue();
    }
  }

  /** The client's connection to it serves again. */
  @ParameterizedTest
  @EnumSource
  void staysWithTheOneThatAnswered(Twin twin) throws Exception {
    try (RawServer server = serverAt(THIRD, null);
        HttpTransport transport = transport(FIRST, SECOND, THIRD)) {
      URI uri = URI.create("http://localhost:" + port(server) + "/");
      try (Socket deaf = deafAt(FIRST, port(server))) {
        twin.ask(transport, uri);
        assertThat(deaf.isBound()).isTrue();
      }
      try (ServerSocket late = new ServerSocket(port(server), 50, at(FIRST))) {
        assertThat(late.isBound()).isTrue();
        twin.ask(transport, uri);
      }
      assertThat(server.requestsPerConnection()).containsExactly(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesAllThatRefuse(Twin twin) throws Exception {
    try (Socket deaf = deafAt(FIRST, 0);
        HttpTransport transport = transport(FIRST, SECOND, THIRD)) {
      String origin = "http://localhost:" + deaf.getLocalPort();

      assertThat(twin.failure(transport, URI.create(origin + "/")))
          .returns(Kind.REFUSED, TransportException::kind)
          .hasMessage("connection refused by " + origin + " (127.0.0.4, 127.0.0.2, 127.0.0.3)");
    }
  }

  @Test
  void servesManyThatFailTogether() throws Exception {
    try (RawServer server = serverAt(THIRD, null);
        HttpTransport transport = transport(FIRST, SECOND, THIRD)) {
      URI uri = URI.create("http://localhost:" + port(server) + "/");
      List<CompletableFuture<Reply>> asked =
          Stream.generate(() -> transport.exchangeAsync(uri)).limit(50).toList();

      assertThat(asked).allSatisfy(reply -> assertThat(reply.get().status()).isEqualTo(200));
      assertThat(server.requests()).hasSize(50);
    }
  }

  /** Where a slow resolver would hold the threads that all other exchanges end on. */
  @Test
  void looksNamesUpOutsideOfTheCommonPool() throws Exception {
    CompletableFuture<Thread> looking = new CompletableFuture<>();
    try (RawServer server = serverAt(SECOND, null);
        Socket deaf = deafAt(FIRST, port(server));
        HttpTransport transport =
            TransportFixture.transport(
                settings(),
                name -> {
                  looking.complete(Thread.currentThread());
                  return List.of(FIRST, SECOND);
                })) {
      CompletableFuture<Reply> reply =
          transport.exchangeAsync(URI.create("http://localhost:" + port(server) + "/"));

      assertThat(reply.get().status()).isEqualTo(200);
      assertThat(looking.get())
          .isNotInstanceOf(ForkJoinWorkerThread.class)
          .returns(true, Thread::isDaemon);
      assertThat(deaf.isBound()).isTrue();
    }
  }

  private static HttpTransport transport(String... addresses) throws Exception {
    return TransportFixture.transport(settings(), name -> List.of(addresses));
  }

  private static HttpSettings settings() throws Exception {
    Duration enough = Duration.ofSeconds(20);
    return new HttpSettings(enough, enough, 1 << 20, null, CERTIFICATES.clientContext(), List.of());
  }

  private static RawServer serverAt(String address, @Nullable SSLContext tls) throws IOException {
    return new RawServer(at(address), tls, answering());
  }

  private static RawServer.Script answering() {
    return RawServer.answering(
        (connection, number) -> {
          connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
          return true;
        });
  }

  /** Bound, so that no other process gets the port, but not listening. */
  private static Socket deafAt(String address, int port) throws IOException {
    Socket deaf = new Socket();
    deaf.bind(new InetSocketAddress(at(address), port));
    return deaf;
  }

  private static InetAddress at(String literal) throws IOException {
    return InetAddress.getAllByName(literal)[0];
  }

  private static int port(RawServer server) {
    return server.uri("/").getPort();
  }
}
