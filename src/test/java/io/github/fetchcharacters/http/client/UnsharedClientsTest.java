package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import io.github.fetchcharacters.retry.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that each go on a connection of their own: how many at once. */
@Timeout(60)
class UnsharedClientsTest {

  private static final Duration AGES = Duration.ofSeconds(50);
  private static final int REQUESTS = 50;
  private static final int AT_ONCE = 8;

  private final CountDownLatch asked = new CountDownLatch(AT_ONCE);
  private final CountDownLatch answering = new CountDownLatch(1);

  @Test
  void eightAtOnceAndEachOnANewConnection() throws Exception {
    Set<Thread> before = Selectors.alive();
    try (RawServer server = new RawServer(this::answer);
        HttpTransport transport = transport()) {
      Transport unshared = transport.onNewConnection();
      List<CompletableFuture<Reply>> exchanges = new ArrayList<>();
      for (int request = 0; request < REQUESTS; request++) {
        exchanges.add(unshared.exchangeAsync(server.uri("/")));
      }
      Set<Thread> selectors = Selectors.alive();
      selectors.removeAll(before);
      assertThat(selectors).as("with the one that all share").hasSize(AT_ONCE + 1);

      asked.await();
      answering.countDown();
      for (CompletableFuture<Reply> exchange : exchanges) {
        assertThat(exchange.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
      }
      assertThat(server.requestsPerConnection()).hasSize(REQUESTS).containsOnly(1);
      assertThat(server.peak()).isBetween(AT_ONCE, REQUESTS);
    }
  }

  @Test
  void oneThatIsCancelledInTheLineIsNotSent() throws Exception {
    try (RawServer server = new RawServer(this::answer);
        HttpTransport transport = transport()) {
      Transport unshared = transport.onNewConnection();
      for (int request = 0; request < AT_ONCE; request++) {
        unshared.exchangeAsync(server.uri("/"));
      }
      CompletableFuture<Reply> cancelled = unshared.exchangeAsync(server.uri("/cancelled"));
      CompletableFuture<Reply> last = unshared.exchangeAsync(server.uri("/last"));

      cancelled.cancel(true);
      answering.countDown();

      assertThat(last.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
      assertThat(server.requests()).noneMatch(head -> head.contains("/cancelled"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTimeOfARequestPassesInTheLine(Twin twin) throws Exception {
    try (RawServer server = new RawServer(this::answer);
        HttpTransport transport =
            TransportFixture.transport(settings(), pausing(new ConcurrentLinkedDeque<>(), true))) {
      Transport unshared = transport.onNewConnection();
      for (int request = 0; request < AT_ONCE; request++) {
        unshared.exchangeAsync(server.uri("/"));
      }

      assertThat(twin.failure(unshared, server.uri("/late")))
          .returns(Kind.TIMEOUT, TransportException::kind)
          .hasMessage("no complete answer within 50s");

      CompletableFuture<Reply> last = unshared.exchangeAsync(server.uri("/late"));
      assertThat(last).isCompletedExceptionally();
      answering.countDown();
      assertThat(server.requests()).noneMatch(head -> head.contains("/late"));
    }
  }

  @Test
  void theTimeInTheLineCountsForTheExchange() throws Exception {
    Deque<CompletableFuture<Void>> timers = new ConcurrentLinkedDeque<>();
    try (RawServer server = new RawServer(this::answer);
        HttpTransport transport = TransportFixture.transport(settings(), pausing(timers, false))) {
      Transport unshared = transport.onNewConnection();
      List<CompletableFuture<Reply>> first = new ArrayList<>();
      for (int request = 0; request < AT_ONCE; request++) {
        first.add(unshared.exchangeAsync(server.uri("/")));
      }
      CompletableFuture<Reply> late = unshared.exchangeAsync(server.uri("/late"));
      first.get(0).cancel(true);

      timers.getLast().complete(null);

      assertThat(late.handle((reply, thrown) -> thrown).get(20, TimeUnit.SECONDS))
          .hasMessageEndingWith("no complete answer within 50s");
      answering.countDown();
    }
  }

  /**
   * The first timer is that of the requests which have a client, and never ends.
   *
   * @param over whether the later ones have ended
   */
  private static Pause pausing(Deque<CompletableFuture<Void>> timers, boolean over) {
    return new Pause() {
      @Override
      public void pause(Duration duration) {
        throw new AssertionError("not in these tests");
      }

      @Override
      public CompletableFuture<Void> pauseAsync(Duration duration) {
        CompletableFuture<Void> timer = new CompletableFuture<>();
        if (over && !timers.isEmpty()) {
          timer.complete(null);
        }
        timers.add(timer);
        return timer;
      }
    };
  }

  @Test
  void thoseInTheLineEndWithTheTransport() throws Exception {
    try (RawServer server = new RawServer(this::answer)) {
      HttpTransport transport = transport();
      Transport unshared = transport.onNewConnection();
      List<CompletableFuture<Reply>> exchanges = new ArrayList<>();
      for (int request = 0; request < 2 * AT_ONCE; request++) {
        exchanges.add(unshared.exchangeAsync(server.uri("/")));
      }

      transport.close();

      for (CompletableFuture<Reply> exchange : exchanges) {
        assertThat(exchange.handle((reply, thrown) -> thrown != null).get(20, TimeUnit.SECONDS))
            .isTrue();
      }
    }
  }

  private void answer(RawServer.Connection connection) throws IOException {
    while (connection.request() != null) {
      asked.countDown();
      try {
        answering.await();
      } catch (InterruptedException impossible) {
        throw new AssertionError(impossible);
      }
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    }
  }

  private static HttpTransport transport() {
    return TransportFixture.transport(settings());
  }

  private static HttpSettings settings() {
    return new HttpSettings(AGES, AGES, 1 << 16, null, null, List.of());
  }
}
