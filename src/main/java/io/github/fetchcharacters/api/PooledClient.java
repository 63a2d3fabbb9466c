package io.github.fetchcharacters.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One {@link HttpClient}: its connections, the one thread that serves them, and the exchanges under
 * way on them.
 */
final class PooledClient {

  private final HttpClient client;
  private final InlineExecutor executor;
  private final HttpSettings settings;
  private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
  private final Deadlines deadlines;
  private int peak;

  /**
   * Makes a client that opens no connection yet.
   *
   * @param executor runs the client's tasks
   */
  PooledClient(HttpClient.Builder builder, InlineExecutor executor, HttpSettings settings) {
    this.client = builder.executor(executor).build();
    this.executor = executor;
    this.settings = settings;
    this.deadlines = new Deadlines(underWay, settings.timeout().toNanos());
  }

  /** Reserves a place for a request that is about to start. One thread at a time. */
  Exchange begin(URI uri) {
    Exchange exchange = new Exchange(uri, settings, client, executor, underWay);
    underWay.add(exchange);
    peak = Math.max(peak, load());
    deadlines.watch();
    return exchange;
  }

  /** Exchanges that have begun and not ended. */
  int load() {
    return underWay.size();
  }

  /** Whether fewer are under way than have been at once, so that a connection is free. */
  boolean hasFreeConnection() {
    return load() < peak;
  }

  /** Ends what is under way. */
  void cancel() {
    // Until 21 the end of the selector alone leaves them open for ever.
    underWay.forEach(exchange -> exchange.cancel(true));
    deadlines.close();
  }

  /** Ends the thread. An open client would hold up the end of the JVM for some 300 ms. */
  void shutDown() {
    ClientShutdown.now(client);
  }
}
