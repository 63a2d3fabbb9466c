package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.pool.PooledClient;
import io.github.fetchcharacters.http.tls.ConnectionWatch;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ExchangeTest {

  private static final URI ANYWHERE = URI.create("http://127.0.0.1/");
  private static final Duration AGES = Duration.ofSeconds(50);

  private final List<Throwable> ends = new ArrayList<>();

  /** Its end is counted, so that it leaves its client. */
  @Test
  void oneThatWasCancelledBeforeSendsNothing() {
    List<String> requests = new ArrayList<>();
    Exchange exchange =
        new Exchange(
            ANYWHERE,
            new HttpSettings(AGES, AGES, 1, null, null, List.of()),
            new PooledClient(HttpClient.newHttpClient(), new ConnectionWatch()),
            ending(),
            address -> {
              requests.add("" + address);
              throw new IllegalStateException("not sent");
            });

    exchange.cancel(true);
    exchange.start(null);

    assertThat(requests).isEmpty();
    assertThat(ends).singleElement().isInstanceOf(CancellationException.class);
    assertThat(exchange).isCancelled();
  }

  private ExchangeEnding ending() {
    return new ExchangeEnding() {
      @Override
      public void answered(Exchange exchange, Reply reply) {
        throw new AssertionError("not in these tests");
      }

      @Override
      public Throwable failed(Exchange exchange, Throwable thrown) {
        ends.add(thrown);
        return thrown;
      }

      @Override
      public Optional<String> elsewhere(Exchange exchange, Throwable thrown) {
        return Optional.empty();
      }
    };
  }
}
