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
import java.util.function.Supplier;
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

  private final RequestTemplate template;
  private final ClientPool pool;
  private final Deadlines deadlines;
  private final Exchanges exchanges;

  /**
   * @param settings how the client behaves
   */
  public HttpTransport(HttpSettings settings) {
    this(settings, HostAddresses::resolved);
  }

  /**
   * @param resolver gives the addresses of a name, see {@link HostAddresses}
   */
  HttpTransport(HttpSettings settings, Function<String, List<String>> resolver) {
    this(settings, new HostAddresses(resolver), true, false, Pause.real());
  }

  /**
   * @param pause lets the time of the deadlines pass
   */
  HttpTransport(HttpSettings settings, Pause pause) {
    this(settings, new HostAddresses(HostAddresses::resolved), true, false, pause);
  }

  private HttpTransport(
      HttpSettings settings, HostAddresses addresses, boolean tls, boolean sharing, Pause pause) {
    this(
        settings,
        addresses,
        tls,
        sharing,
        ClientFactory.maxClients(tls),
        new ClientFactory(settings, tls, addresses::certified),
        pause);
  }

  /**
   * @param http2 whether requests may ask for HTTP/2
   * @param sharing whether requests over HTTP/2 wait for a connection that they can share
   * @param maxClients max clients that all requests share, at least 1
   * @param maker makes a client
   */
  HttpTransport(
      HttpSettings settings,
      HostAddresses addresses,
      boolean http2,
      boolean sharing,
      int maxClients,
      Supplier<PooledClient> maker,
      Pause pause) {
    this.template = new RequestTemplate(settings);
    this.deadlines = new Deadlines(settings.timeout().toNanos(), pause);
    this.pool = new ClientPool(http2, sharing, maxClients, maker);
    this.exchanges = new Exchanges(settings, pool, deadlines, addresses, pause);
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
    return await(exchangeAsync(uri));
  }

  private static Reply await(CompletableFuture<Reply> exchange) throws InterruptedException {
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
    return exchanges.begin(uri, requests(uri, List.of()), pool.shared().enter());
  }

  private Function<@Nullable String, HttpRequest> requests(URI uri, List<Header> conditions) {
    return address ->
        address == null
            ? template.request(uri, pool.http2(), conditions)
            : template.request(uri, address, conditions);
  }

  @Override
  public void renew(Reply reply) {
    if (reply.client() instanceof PooledClient client) {
      pool.retire(client);
    }
  }

  @Override
  public boolean alone() {
    return pool.alone();
  }

  @Override
  public Transport onNewConnection() {
    return new View(false, List.of());
  }

  @Override
  public Transport with(List<Header> conditions) {
    return new View(true, conditions);
  }

  /** The same network for some of the requests: by other connections, or with conditions. */
  private final class View implements Transport {

    private final boolean shared;
    private final List<Header> conditions;

    View(boolean shared, List<Header> conditions) {
      this.shared = shared;
      this.conditions = conditions;
    }

    @Override
    public Reply exchange(URI uri) throws InterruptedException {
      return await(exchangeAsync(uri));
    }

    @Override
    public CompletableFuture<Reply> exchangeAsync(URI uri) {
      return shared
          ? exchanges.begin(uri, requests(uri, conditions), pool.shared().enter())
          : exchanges.beginBounded(uri, requests(uri, conditions), pool.unshared().enter());
    }

    @Override
    public void renew(Reply reply) {
      HttpTransport.this.renew(reply);
    }

    @Override
    public Transport onNewConnection() {
      return new View(false, conditions);
    }

    @Override
    public void close() {
      HttpTransport.this.close();
    }
  }

  /** Loads the classes of a request, before the time of the first one counts. */
  public void prepare(URI uri) {
    template.request(uri, pool.http2(), List.of());
  }

  @Override
  public void close() {
    pool.close();
    deadlines.close();
  }
}
