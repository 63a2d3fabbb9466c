package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.HttpSettings.Header;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.http.message.TransportFailures;
import io.github.fetchcharacters.http.pool.ClientFactory;
import io.github.fetchcharacters.http.pool.ClientPool;
import io.github.fetchcharacters.http.pool.PooledClient;
import io.github.fetchcharacters.retry.Pause;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The network, over one {@link HttpClient} or several. Plain {@code http} is spoken as HTTP/1.1,
 * {@code https} as HTTP/2 where the server agrees. Redirects are not followed. Safe for use by many
 * threads.
 */
public final class HttpTransport implements Transport {

  static {
    ClientProperties.set();
  }

  private final Network network;
  private final boolean shared;
  private final List<Header> conditions;

  /** What all transports over the same connections share. */
  private record Network(
      RequestTemplate template, ClientPool pool, Deadlines deadlines, Exchanges exchanges) {

    static Network of(
        HttpSettings settings, HostAddresses addresses, ClientPool pool, Pause pause) {
      Deadlines deadlines = new Deadlines(settings.timeout().toNanos(), pause);
      Exchanges exchanges = new Exchanges(settings, pool, deadlines, addresses, pause);
      return new Network(new RequestTemplate(settings), pool, deadlines, exchanges);
    }
  }

  /** See {@link #to}. */
  HttpTransport(
      HttpSettings settings, HostAddresses addresses, boolean tls, boolean sharing, Pause pause) {
    this(
        settings,
        addresses,
        new ClientPool(
            tls,
            sharing,
            ClientFactory.maxClients(tls),
            new ClientFactory(settings, tls, addresses::certified)),
        pause);
  }

  /**
   * @param pause lets the time of the deadlines pass
   */
  HttpTransport(HttpSettings settings, HostAddresses addresses, ClientPool pool, Pause pause) {
    this(Network.of(settings, addresses, pool, pause), true, List.of());
  }

  /**
   * @param shared whether requests share connections, instead of taking a new one each
   * @param conditions header fields of each request
   */
  private HttpTransport(Network network, boolean shared, List<Header> conditions) {
    this.network = network;
    this.shared = shared;
    this.conditions = conditions;
  }

  /**
   * Makes a transport for URIs such as the given one. For plain {@code http} it has no TLS, which
   * takes long to set up, and a client for each processor if there is enough to do, since each
   * client has but one selector.
   *
   * @param settings how the client behaves
   * @param sharing whether requests over HTTP/2 wait for a connection that they can share, instead
   *     of opening one each
   */
  public static HttpTransport to(URI base, HttpSettings settings, boolean sharing) {
    HostAddresses addresses = new HostAddresses(HostAddresses::resolved);
    boolean tls = !"http".equalsIgnoreCase(base.getScheme());
    return new HttpTransport(settings, addresses, tls, sharing, Pause.real());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Waits for the asynchronous twin, as {@link HttpClient#send} does; the timeout of that one
   * ends at the response headers (JDK-8208693), so that a body could stall for ever.
   */
  @Override
  public Reply exchange(URI uri) throws InterruptedException {
    CompletableFuture<Reply> exchange = exchangeAsync(uri);
    try {
      return exchange.get();
    } catch (ExecutionException failed) {
      throw TransportFailures.unchecked(failed.getCause());
    } catch (InterruptedException interrupted) {
      exchange.cancel(true);
      throw interrupted;
    }
  }

  @Override
  public CompletableFuture<Reply> exchangeAsync(URI uri) {
    return shared
        ? network.exchanges.begin(uri, requests(uri), network.pool.shared().enter())
        : network.exchanges.beginBounded(uri, requests(uri), network.pool.unshared().enter());
  }

  private Function<@Nullable String, HttpRequest> requests(URI uri) {
    return address ->
        address == null
            ? network.template.request(uri, network.pool.http2(), conditions)
            : network.template.request(uri, address, conditions);
  }

  @Override
  public void renew(Reply reply) {
    if (reply.client() instanceof PooledClient client) {
      network.pool.retire(client);
    }
  }

  @Override
  public boolean alone() {
    return shared && network.pool.alone();
  }

  @Override
  public Transport onNewConnection() {
    return new HttpTransport(network, false, conditions);
  }

  @Override
  public Transport with(List<Header> conditions) {
    return new HttpTransport(network, shared, conditions);
  }

  /** Loads the classes of a request, before the time of the first one counts. */
  public void prepare(URI uri) {
    network.template.request(uri, network.pool.http2(), conditions);
  }

  @Override
  public void close() {
    network.pool.close();
    network.deadlines.close();
  }
}
