package io.github.fetchcharacters.api;

import io.github.fetchcharacters.retry.RetryPolicy;
import io.github.fetchcharacters.retry.StepwiseFuture;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Begins exchanges, each as soon as there is a client for it. Safe for use by many threads. */
final class Exchanges {

  private final HttpSettings settings;
  private final ClientPool pool;
  private final Deadlines deadlines;
  private final ExchangeEnds ends;

  Exchanges(HttpSettings settings, ClientPool pool, Deadlines deadlines) {
    this.settings = settings;
    this.pool = pool;
    this.deadlines = deadlines;
    this.ends = new ExchangeEnds(settings, pool, deadlines);
  }

  /**
   * Begins an exchange.
   *
   * @param uri what is asked
   * @param client completes with a client that this request has entered
   * @return completes with the reply, or with the failure to report; cancelling it ends the request
   */
  CompletableFuture<Reply> begin(
      URI uri, HttpRequest request, CompletableFuture<PooledClient> client) {
    Begun begun = new Begun(uri, request);
    begun.follow(client);
    return begun;
  }

  /** Waits for its client, then for its answer. */
  private final class Begun extends StepwiseFuture<Reply> {

    private final URI uri;
    private final HttpRequest request;

    Begun(URI uri, HttpRequest request) {
      this.uri = uri;
      this.request = request;
    }

    void follow(CompletableFuture<PooledClient> client) {
      follow(client, this::entered);
    }

    private void entered(PooledClient client, @Nullable Throwable noClient) {
      if (noClient != null) {
        completeExceptionally(TransportFailures.classified(uri, settings, noClient, false));
      } else if (isDone()) {
        pool.leave(client);
      } else {
        follow(started(client), this::ended);
      }
    }

    private Exchange started(PooledClient client) {
      Exchange exchange = new Exchange(uri, settings, client, ends);
      try {
        deadlines.add(exchange);
        exchange.start(request);
      } catch (RuntimeException | Error broken) {
        // It has entered its client, and has to leave it.
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
