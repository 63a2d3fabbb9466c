package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.message.TransportFailures;
import io.github.fetchcharacters.http.pool.ClientPool;
import io.github.fetchcharacters.http.pool.PooledClient;
import io.github.fetchcharacters.retry.Pause;
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
  private final Pause pause;

  /**
   * @param pause lets the time pass that a request without a client has
   */
  Exchanges(
      HttpSettings settings,
      ClientPool pool,
      Deadlines deadlines,
      HostAddresses addresses,
      Pause pause) {
    this.settings = settings;
    this.pool = pool;
    this.deadlines = deadlines;
    this.addresses = addresses;
    this.pause = pause;
    this.ends = new ExchangeEnds(settings, pool, deadlines, addresses);
  }

  /**
   * Begins an exchange. The wait for a client is no part of its time: where it depends on one
   * request in flight, that one's end bounds it.
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

  /**
   * The same, but the wait for a client is part of its time: there may be a long line before it.
   */
  CompletableFuture<Reply> beginBounded(
      URI uri,
      Function<@Nullable String, HttpRequest> requests,
      CompletableFuture<PooledClient> client) {
    Begun begun = new Begun(uri, requests);
    begun.follow(client);
    if (!client.isDone()) {
      begun.bound(client);
    }
    return begun;
  }

  /** Waits for its client, then for its answer. */
  private final class Begun extends StepwiseFuture<Reply> {

    private final URI uri;
    private final Function<@Nullable String, HttpRequest> requests;
    private volatile @Nullable Exchange exchange;

    Begun(URI uri, Function<@Nullable String, HttpRequest> requests) {
      this.uri = uri;
      this.requests = requests;
    }

    void follow(CompletableFuture<PooledClient> client) {
      follow(client, this::entered);
    }

    /** Sets a timer that ends the wait, or the exchange after it. */
    void bound(CompletableFuture<PooledClient> client) {
      orEnd(() -> setTimer(client));
    }

    private void setTimer(CompletableFuture<PooledClient> client) {
      CompletableFuture<Void> timer = pause.pauseAsync(settings.timeout());
      timer.whenComplete((past, unset) -> expired(client, unset));
      whenComplete((reply, thrown) -> timer.cancel(true));
    }

    private void expired(CompletableFuture<PooledClient> client, @Nullable Throwable unset) {
      client.completeExceptionally(unset == null ? Exchange.timedOut(settings) : unset);
      Exchange begun = exchange;
      if (begun != null && unset == null) {
        begun.timeOut();
      }
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
      Exchange begun = new Exchange(uri, settings, client, ends, requests);
      exchange = begun;
      try {
        deadlines.add(begun);
        begun.start(addresses.reached());
      } catch (RuntimeException | Error broken) {
        // Its end leaves the client that it has entered.
        begun.fail(broken);
      }
      return begun;
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
