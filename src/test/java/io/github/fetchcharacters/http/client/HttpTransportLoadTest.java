package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many requests at once over plain http. */
@Timeout(60)
class HttpTransportLoadTest {

  private final Set<Thread> before = threads();
  private final HttpTransport transport =
      HttpTransport.to(
          URI.create("http://localhost"),
          new HttpSettings(
              Duration.ofSeconds(20), Duration.ofSeconds(50), 1 << 20, null, null, List.of()),
          true);

  @AfterEach
  void close() {
    transport.close();
  }

  /** Odd numbers cannot be shared out evenly, whatever the number of clients. */
  @ParameterizedTest
  @ValueSource(ints = {7, 13, 20, 50})
  void openNoMoreConnectionsThanAreInFlight(int atOnce) throws Exception {
    try (RawServer server = new RawServer(HttpTransportLoadTest::answer)) {
      List<CompletableFuture<Reply>> chains = new ArrayList<>();
      for (int i = 0; i < atOnce; i++) {
        chains.add(chain(server.uri("/"), 100));
      }
      for (CompletableFuture<Reply> last : chains) {
        last.get();
      }

      assertThat(server.requests()).hasSize(100 * atOnce);
      assertThat(server.connections()).isEqualTo(atOnce);
    }
  }

  private CompletableFuture<Reply> chain(URI uri, int length) {
    CompletableFuture<Reply> first = transport.exchangeAsync(uri);
    return length == 1 ? first : first.thenCompose(reply -> chain(uri, length - 1));
  }

  @Test
  void shareTheProcessors() throws Exception {
    int processors = Runtime.getRuntime().availableProcessors();
    try (RawServer silent = new RawServer(HttpTransportLoadTest::keepSilent)) {
      for (int i = 0; i < 7; i++) {
        transport.exchangeAsync(silent.uri("/"));
      }

      assertThat(selectors()).hasSize(Math.min(processors, 2));
    }
  }

  @Test
  void needNotBeManyToShareOneClient() throws Exception {
    try (RawServer silent = new RawServer(HttpTransportLoadTest::keepSilent)) {
      for (int i = 0; i < 6; i++) {
        transport.exchangeAsync(silent.uri("/"));
      }

      assertThat(selectors()).hasSize(1);
    }
  }

  /** The requests in flight at that client still end. */
  @Test
  void renewTheClientOfOneAnswerAlone() throws Exception {
    assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
    CountDownLatch answering = new CountDownLatch(1);
    try (RawServer server = new RawServer(connection -> answerAfter(answering, connection))) {
      List<CompletableFuture<Reply>> exchanges = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        exchanges.add(transport.exchangeAsync(server.uri("/")));
      }
      Set<Thread> old = selectors();
      answering.countDown();
      Reply foreign = exchanges.get(0).get();
      for (CompletableFuture<Reply> exchange : exchanges) {
        exchange.get();
      }

      transport.renew(foreign);

      Set<Thread> renewed = selectors();
      renewed.removeAll(old);
      assertThat(old).hasSize(2);
      assertThat(renewed).hasSize(1);
    }
  }

  private static void answerAfter(CountDownLatch latch, RawServer.Connection connection)
      throws IOException {
    while (connection.request() != null) {
      await(latch);
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void leaveNoThreadWhenTheTransportIsClosed() throws Exception {
    try (RawServer silent = new RawServer(HttpTransportLoadTest::keepSilent)) {
      for (int i = 0; i < 20; i++) {
        transport.exchangeAsync(silent.uri("/"));
      }
      Set<Thread> selectors = selectors();
      transport.close();

      for (Thread selector : selectors) {
        selector.join();
      }
    }
  }

  @Test
  void areCancelledAfterTheEnd() throws Exception {
    try (RawServer silent = new RawServer(HttpTransportLoadTest::keepSilent)) {
      transport.close();

      assertThat(transport.exchangeAsync(silent.uri("/"))).isCancelled();
      assertThat(silent.connections()).isZero();
    }
  }

  private static void answer(RawServer.Connection connection) throws IOException {
    while (connection.request() != null) {
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    }
  }

  private static void keepSilent(RawServer.Connection connection) throws IOException {
    while (connection.request() != null) {
      // The next request never comes; the client leaves.
    }
  }

  /** Those of the transport's clients; each client has one. */
  private Set<Thread> selectors() {
    Set<Thread> selectors = threads();
    selectors.removeAll(before);
    selectors.removeIf(thread -> !thread.getName().endsWith("-SelectorManager"));
    return selectors;
  }

  private static Set<Thread> threads() {
    return new HashSet<>(Thread.getAllStackTraces().keySet());
  }
}
