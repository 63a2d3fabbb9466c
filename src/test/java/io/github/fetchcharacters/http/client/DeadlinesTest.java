package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.retry.Pause;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The timer of all exchanges: its thread, and its failure. */
@Timeout(60)
class DeadlinesTest {

  private static final Duration AGES = Duration.ofSeconds(50);

  /** The next stage may take long, and the JVM has one thread for all timers. */
  @Test
  void anExchangeDoesNotEndOnTheTimerOfTheJvm() throws Exception {
    try (RawServer silent = silent();
        HttpTransport transport = TransportFixture.transport(settings(Duration.ofMillis(200)))) {
      CompletableFuture<String> thread =
          transport
              .exchangeAsync(silent.uri("/"))
              .handle((reply, late) -> Thread.currentThread().getName());

      assertThat(thread.get(20, TimeUnit.SECONDS)).doesNotContainIgnoringCase("delayScheduler");
    }
  }

  @Test
  void withoutATimerAnExchangeFailsAndTheNextSetsOne() throws Exception {
    CompletableFuture<Void> second = new CompletableFuture<>();
    AtomicInteger timers = new AtomicInteger();
    Pause pause =
        pausing(
            () -> {
              if (timers.incrementAndGet() == 1) {
                throw new IllegalStateException("no timer");
              }
              return second;
            });
    try (RawServer silent = silent();
        HttpTransport transport = TransportFixture.transport(settings(AGES), pause)) {
      assertThatThrownBy(() -> ask(transport, silent.uri("/"))).hasRootCauseMessage("no timer");

      CompletableFuture<Reply> next = transport.exchangeAsync(silent.uri("/"));
      assertThat(timers).hasValue(2);
      assertThat(next).isNotDone();
    }
    assertThat(second).as("closed with the transport").isCancelled();
  }

  /** A client ends with its last request, so that one that is not counted out keeps it for ever. */
  @Test
  void anExchangeThatCannotBeginLeavesItsClient() throws Exception {
    Set<Thread> before = Selectors.alive();
    Pause pause =
        pausing(
            () -> {
              throw new StackOverflowError("deep");
            });
    HttpTransport transport = TransportFixture.transport(settings(AGES), pause);
    try (RawServer silent = silent()) {
      Set<Thread> own = Selectors.alive();
      own.removeAll(before);
      assertThatThrownBy(() -> ask(transport, silent.uri("/"))).hasRootCauseMessage("deep");

      transport.close();

      assertThat(own).hasSize(1);
      own.iterator().next().join();
    }
  }

  @Test
  void aTimerThatFailsLaterEndsAllExchanges() throws Exception {
    CompletableFuture<Void> timer = new CompletableFuture<>();
    try (RawServer silent = silent();
        HttpTransport transport =
            TransportFixture.transport(settings(AGES), pausing(() -> timer))) {
      CompletableFuture<Reply> first = transport.exchangeAsync(silent.uri("/"));
      CompletableFuture<Reply> second = transport.exchangeAsync(silent.uri("/"));

      timer.completeExceptionally(new IllegalStateException("no more time"));

      for (CompletableFuture<Reply> exchange : List.of(first, second)) {
        assertThatThrownBy(() -> exchange.get(20, TimeUnit.SECONDS))
            .hasRootCauseMessage("no more time");
      }
    }
  }

  private static Reply ask(HttpTransport transport, URI uri) throws Exception {
    return transport.exchangeAsync(uri).get(20, TimeUnit.SECONDS);
  }

  private static Pause pausing(Supplier<CompletableFuture<Void>> timers) {
    return new Pause() {
      @Override
      public void pause(Duration duration) {
        throw new AssertionError("not in these tests");
      }

      @Override
      public CompletableFuture<Void> pauseAsync(Duration duration) {
        return timers.get();
      }
    };
  }

  private static RawServer silent() throws Exception {
    return new RawServer(
        connection -> {
          while (connection.request() != null) {
            // No answer.
          }
        });
  }

  private static HttpSettings settings(Duration timeout) {
    return new HttpSettings(AGES, timeout, 1 << 16, null, null, List.of());
  }
}
