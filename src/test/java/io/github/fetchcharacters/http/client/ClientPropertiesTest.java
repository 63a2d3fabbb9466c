package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The properties that no other test covers, and the threads of the client's futures. */
@Timeout(60)
class ClientPropertiesTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  private static final List<String> KEPT_IDLE =
      List.of("jdk.httpclient.keepalive.timeout", "jdk.httpclient.keepalive.timeout.h2");

  private final HttpTransport transport = TransportFixture.transport();

  @AfterEach
  void close() {
    transport.close();
  }

  /** Between two turns of a comparison, for one: HTTP/2 has a property of its own. */
  @Test
  void connectionsOfEachProtocolAreKeptAsLongAsAsked() {
    Map<String, String> before = new HashMap<>();
    for (String name : KEPT_IDLE) {
      before.put(name, System.clearProperty(name));
    }
    try {
      ClientProperties.keepIdle(Duration.ofHours(1));

      assertThat(KEPT_IDLE).extracting(System::getProperty).containsOnly("3600");
    } finally {
      before.forEach(ClientPropertiesTest::restore);
    }
  }

  private static void restore(String property, @Nullable String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }

  /**
   * After 4 s; the JDK's own time is 30 s, until 20 it was 1200 s (JDK-8297030). The connection of
   * HTTP/1.1 is idle later, and its end shows that the time has passed.
   */
  @Test
  void anIdleConnectionIsClosedAndOneOfHttp2StaysOpen() throws Exception {
    Certificates certificates = Certificates.shared();
    try (RawHttp2Server server =
            new RawHttp2Server(
                certificates.serverContext("good"), connection -> stream -> stream.answer("{}"));
        RawServer clock =
            new RawServer(
                connection -> {
                  connection.request();
                  connection.send(OK);
                  connection.awaitLeave();
                });
        HttpTransport trusting = TransportFixture.trusting(certificates)) {
      trusting.exchange(server.uri("/"));
      trusting.exchange(clock.uri("/"));
      clock.left().get(20, TimeUnit.SECONDS);

      trusting.exchange(server.uri("/"));

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void anExchangeEndsInTheCommonPool() throws Exception {
    CountDownLatch followed = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            connection -> {
              connection.request();
              await(followed);
              connection.send(OK);
            })) {
      CompletableFuture<@Nullable ForkJoinPool> pool =
          transport.exchangeAsync(server.uri("/")).thenApply(reply -> poolOfThisThread());
      followed.countDown();

      assertThat(pool.get(20, TimeUnit.SECONDS)).isSameAs(ForkJoinPool.commonPool());
    }
  }

  /** With less parallelism each stage would start a thread of its own until JDK 25. */
  @Test
  void stagesShareTheCommonPool() throws Exception {
    CompletableFuture<@Nullable ForkJoinPool> pool =
        CompletableFuture.supplyAsync(ClientPropertiesTest::poolOfThisThread);

    assertThat(pool.get(20, TimeUnit.SECONDS)).isSameAs(ForkJoinPool.commonPool());
  }

  private static @Nullable ForkJoinPool poolOfThisThread() {
    return Thread.currentThread() instanceof ForkJoinWorkerThread worker ? worker.getPool() : null;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
