package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import io.github.fetchcharacters.http.client.RawServer.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends an exchange from this side: its deadline, a cancel, an interrupt, the close. */
@Timeout(60)
class HttpTransportStopTest {

  private static final Duration AGES = Duration.ofSeconds(50);
  private static final Duration A_MOMENT = Duration.ofMillis(200);

  private static final Script QUICK =
      connection -> {
        while (connection.request() != null) {
          connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        }
      };

  /** The first exchange of a JVM loads hundreds of classes, for which a moment may be too short. */
  @BeforeAll
  static void warmUp() throws Exception {
    try (RawServer server = new RawServer(QUICK);
        HttpTransport transport = transport(AGES)) {
      transport.exchange(server.uri("/"));
    }
  }

  /** A server that stalls at some point, and then watches whether the client leaves. */
  private record Stall(String name, Script script) {
    static Stall after(String name, String sent) {
      return new Stall(
          name,
          connection -> {
            connection.request();
            connection.send(sent);
            connection.awaitLeave();
          });
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Stall> stalls() {
    return Stream.of(
        Stall.after("before the answer", ""),
        Stall.after("within the head", "HTTP/1.1 200 OK\r\nContent-"),
        Stall.after("before the body", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"),
        Stall.after("within the body", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\":"));
  }

  @ParameterizedTest(name = "stalled {0}, by {1}")
  @MethodSource
  void theDeadlineEndsAStalledExchangeAndItsConnection(Stall stall, Twin twin) throws Exception {
    try (RawServer server = new RawServer(stall.script());
        HttpTransport transport = transport(A_MOMENT)) {
      assertThat(twin.failure(transport, server.uri("/")))
          .returns(Kind.TIMEOUT, TransportException::kind)
          .returns(true, TransportException::retryable)
          .hasMessage("no complete answer within 200ms");
      server.left().get(20, TimeUnit.SECONDS);
    }
  }

  static Stream<Arguments> theDeadlineEndsAStalledExchangeAndItsConnection() {
    return stalls().flatMap(stall -> Stream.of(Twin.values()).map(t -> Arguments.of(stall, t)));
  }

  /** One timer serves all, set anew for those that are left and for those that come later. */
  @Test
  void theDeadlineIsEachOnesOwn() throws Exception {
    try (RawServer server =
            new RawServer(
                connection -> {
                  while (connection.request() != null) {
                    // No answer.
                  }
                });
        HttpTransport transport = transport(A_MOMENT)) {
      for (int time = 1; time <= 2; time++) {
        CompletableFuture<Reply> first = transport.exchangeAsync(server.uri("/"));
        CompletableFuture<Reply> second = transport.exchangeAsync(server.uri("/"));

        assertThat(first).failsWithin(Duration.ofSeconds(20));
        assertThat(second).failsWithin(Duration.ofSeconds(20));
      }
    }
  }

  /** The queue of connections that wait to be accepted is full: Linux then lets others wait. */
  @ParameterizedTest
  @EnumSource
  @EnabledOnOs(OS.LINUX)
  void theConnectTimeoutEndsTheWaitForAConnection(Twin twin) throws IOException {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SocketChannel first = connecting(full);
        SocketChannel second = connecting(full);
        HttpTransport transport = transport(A_MOMENT, AGES)) {
      assertThat(first.isOpen() && second.isOpen()).isTrue();
      String origin = "http://127.0.0.1:" + full.getLocalPort();

      assertThat(twin.failure(transport, URI.create(origin + "/")))
          .returns(Kind.TIMEOUT, TransportException::kind)
          .returns(true, TransportException::retryable)
          .hasMessage("no connection to " + origin + " within 200ms");
    }
  }

  private static SocketChannel connecting(ServerSocket server) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.connect(server.getLocalSocketAddress());
    return channel;
  }

  @ParameterizedTest(name = "stalled {0}")
  @MethodSource("stalls")
  void cancellingClosesTheConnection(Stall stall) throws Exception {
    try (RawServer server = new RawServer(stall.script());
        HttpTransport transport = transport(AGES)) {
      CompletableFuture<Reply> exchange = transport.exchangeAsync(server.uri("/"));
      server.asked().get(20, TimeUnit.SECONDS);

      assertThat(exchange.cancel(true)).isTrue();

      server.left().get(20, TimeUnit.SECONDS);
      assertThat(exchange).isCompletedExceptionally();
    }
  }

  @ParameterizedTest(name = "stalled {0}")
  @MethodSource("stalls")
  void anInterruptClosesTheConnection(Stall stall) throws Exception {
    try (RawServer server = new RawServer(stall.script());
        HttpTransport transport = transport(AGES)) {
      CompletableFuture<Object> outcome = new CompletableFuture<>();
      Thread asking =
          new Thread(
              () -> {
                try {
                  outcome.complete(transport.exchange(server.uri("/")));
                } catch (InterruptedException | RuntimeException thrown) {
                  outcome.complete(thrown);
                }
              });
      asking.start();
      server.asked().get(20, TimeUnit.SECONDS);

      asking.interrupt();

      server.left().get(20, TimeUnit.SECONDS);
      assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void anAnswerInTimeIsNotTouchedByTheDeadline() throws Exception {
    try (RawServer server = new RawServer(QUICK);
        HttpTransport transport = transport(AGES)) {
      CompletableFuture<Reply> exchange = transport.exchangeAsync(server.uri("/"));

      assertThat(exchange.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
      assertThat(exchange.cancel(true)).isFalse();
    }
  }

  @Test
  void closingEndsTheSelectorThread() throws Exception {
    Set<Thread> before = Selectors.alive();
    HttpTransport transport = transport(AGES);
    Set<Thread> own = Selectors.alive();
    own.removeAll(before);
    assertThat(own).hasSize(1);
    Thread selector = own.iterator().next();

    transport.close();

    selector.join(20_000);
    assertThat(selector.isAlive()).isFalse();
  }

  @Test
  void closingOneTransportLeavesOthersAlone() throws Exception {
    try (RawServer server = new RawServer(QUICK);
        HttpTransport other = transport(AGES)) {
      Set<Thread> before = Selectors.alive();
      HttpTransport closed = transport(AGES);
      Set<Thread> own = Selectors.alive();
      own.removeAll(before);

      closed.close();
      for (Thread selector : own) {
        selector.join(20_000);
      }

      assertThat(other.exchange(server.uri("/")).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest(name = "stalled {0}")
  @MethodSource("stalls")
  void closingEndsTheRequestsInFlight(Stall stall) throws Exception {
    try (RawServer server = new RawServer(stall.script())) {
      HttpTransport transport = transport(AGES);
      CompletableFuture<Reply> exchange = transport.exchangeAsync(server.uri("/"));
      server.asked().get(20, TimeUnit.SECONDS);

      transport.close();

      server.left().get(20, TimeUnit.SECONDS);
      assertThat(exchange.handle((reply, thrown) -> thrown != null).get(20, TimeUnit.SECONDS))
          .isTrue();
    }
  }

  private static HttpTransport transport(Duration timeout) {
    return transport(AGES, timeout);
  }

  private static HttpTransport transport(Duration connectTimeout, Duration timeout) {
    return TransportFixture.transport(
        new HttpSettings(connectTimeout, timeout, 1 << 16, null, null, List.of()));
  }
}
