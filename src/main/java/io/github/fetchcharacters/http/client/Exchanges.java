package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.message.TransportFailures;
import io.github.fetchcharacters.http.pool.ClientPool;
import io.github.fetchcharacters.http.pool.PooledClient;
import io.github.fetchcharacters.retry.RetryPolicy;
import io.github.fetchcharacters.retry.StepwiseFuture;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Begins exchanges, each as soon as it has a client. Safe for use by many threads. */
final class Exchanges {

  private final HttpSettings settings;
  private final ClientPool pool;
  private final Deadlines deadlines;
  private final HostAddresses addresses;
  private final ExchangeEnds ends;

  Exchanges(HttpSettings settings, ClientPool pool, Deadlines deadlines, HostAddresses addresses) {
    this.settings = settings;
    this.pool = pool;
    this.deadlines = deadlines;
    this.addresses = addresses;
    this.ends = new ExchangeEnds(settings, pool, deadlines, addresses);
  }

  /**
   * Begins an exchange.
   *
   * @param uri what is asked
   * @param requests builds the request to an address of the host; null for its name
   * @param client completes with a client that this request has entered
   * @return completes with the reply, or with the failure to report; cancelling it ends the request
   */
  CompletableFuture<Reply> begin(
      URI uri,
      Function<@Nullable String, HttpRequest> requests,
      CompletableFuture<PooledClient> client) {
    Begun begun = new Begun(uri, requests);
    begun.follow(client);
    return begun;
  }

  /** Waits for its client, then for its answer. */
  private final class Begun extends StepwiseFuture<Reply> {

    private final URI uri;
    private final Function<@Nullable String, HttpRequest> requests;

    Begun(URI uri, Function<@Nullable String, HttpRequest> requests) {
      this.uri = uri;
      this.requests = requests;
    }

    void follow(CompletableFuture<PooledClient> client) {
      follow(client, this::entered);
    }

    private void entered(PooledClient client, @Nullable Throwable noClient) {
      if (noClient != null) {
        completeExceptionally(
            TransportFailures.classified(uri, settings, noClient, false, List.of()));
      } else if (isDone()) {
        pool.leave(client);
      } else {
        follow(started(client), this::ended);
      }
    }

    private Exchange started(PooledClient client) {
      Exchange exchange = new Exchange(uri, settings, client, ends, requests);
      try {
        deadlines.add(exchange);
        exchange.start(addresses.reached());
      } catch (RuntimeException | Error broken) {
        // Its end leaves the client that it has entered.
        exchange.fail(broken);
      }
      return exchange;
    }

    private void ended(Reply reply, @Nullable Throwable thrown) {
      if (thrown == null) {
        complete(reply);
      } else {
        completeExceptionally(RetryPolicy.causeOf(thrown));
      }
    }
  }
}
