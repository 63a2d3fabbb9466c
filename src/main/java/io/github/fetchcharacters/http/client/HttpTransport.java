package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.http.message.Origin;
import io.github.fetchcharacters.http.message.TransportFailures;
import io.github.fetchcharacters.http.pool.ClientLine;
import io.github.fetchcharacters.http.pool.ClientPool;
import io.github.fetchcharacters.http.pool.PooledClient;
import io.github.fetchcharacters.http.tls.NoTls;
import io.github.fetchcharacters.http.tls.WatchedTls;
import io.github.fetchcharacters.retry.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * The network, over one {@link HttpClient} or several. Plain {@code http} is spoken as HTTP/1.1,
 * {@code https} as HTTP/2 where the server agrees. Redirects are not followed. Safe for use by many
 * threads.
 */
public final class HttpTransport implements Transport {

  static {
    // The client itself repeats a GET after a lost or refused connection, unseen by the policy
    // that counts the attempts; one try is what an attempt means here.
    setUnlessSet("jdk.httpclient.disableRetryConnect", "true");
    setUnlessSet("jdk.httpclient.redirects.retrylimit", "1");
    // Servers close idle connections after some 5 to 75 s; until JDK 20 the client keeps them for
    // 1200 s (JDK-8297030) and then meets a closed one after a long wait.
    setUnlessSet("jdk.httpclient.keepalive.timeout", "4");
    // Requests to a further address of a name give the name in Host.
    String allowed = System.getProperty("jdk.httpclient.allowRestrictedHeaders");
    System.setProperty(
        "jdk.httpclient.allowRestrictedHeaders", allowed == null ? "host" : allowed + ",host");
    // By default the client keeps a password from a proxy that it reaches https through.
    setUnlessSet("jdk.http.auth.tunneling.disabledSchemes", "");
    // The client ends its futures in the common pool (JDK-8204339). On two processors or fewer
    // each stage would start a thread of its own until JDK 25 (JDK-8319447): twice the processor
    // time of a long run.
    if (Runtime.getRuntime().availableProcessors() <= 2) {
      setUnlessSet("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
    }
  }

  /** Beyond that the servers are the slower side. */
  private static final int MAX_CLIENTS = 4;

  private final HttpSettings settings;
  private final HttpRequest.Builder template;
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
    this(settings, new HostAddresses(resolver), true, Pause.real());
  }

  /**
   * @param pause lets the time of the deadlines pass
   */
  HttpTransport(HttpSettings settings, Pause pause) {
    this(settings, new HostAddresses(HostAddresses::resolved), true, pause);
  }

  private HttpTransport(HttpSettings settings, HostAddresses addresses, boolean tls, Pause pause) {
    this(
        settings,
        addresses,
        tls,
        tls ? 1 : Math.min(Runtime.getRuntime().availableProcessors(), MAX_CLIENTS),
        tls ? () -> withTls(settings, addresses) : () -> plain(settings),
        pause);
  }

  /**
   * @param http2 whether requests may ask for HTTP/2
   * @param maxClients most clients that all requests share, at least 1
   * @param maker makes a client
   */
  HttpTransport(
      HttpSettings settings,
      HostAddresses addresses,
      boolean http2,
      int maxClients,
      Supplier<PooledClient> maker,
      Pause pause) {
    this.settings = settings;
    this.template = template();
    this.deadlines = new Deadlines(settings.timeout().toNanos(), pause);
    this.pool = new ClientPool(http2, maxClients, maker);
    this.exchanges = new Exchanges(settings, pool, deadlines, addresses);
  }

  /**
   * A transport for URIs such as the given one. For plain {@code http} it has no TLS, which takes
   * long to set up, and no thread beside the selector's, which would have nothing to decrypt; but a
   * further client for each processor if there is enough to do, since each has but one selector.
   *
   * @param settings how the client behaves
   */
  public static HttpTransport to(URI base, HttpSettings settings) {
    return "http".equalsIgnoreCase(base.getScheme())
        ? new HttpTransport(
            settings, new HostAddresses(HostAddresses::resolved), false, Pause.real())
        : new HttpTransport(settings);
  }

  private static PooledClient plain(HttpSettings settings) {
    return new PooledClient(
        builder(settings).sslContext(new NoTls()).executor(Runnable::run).build(),
        new AtomicInteger());
  }

  private static PooledClient withTls(HttpSettings settings, HostAddresses addresses) {
    AtomicInteger silentFrames = new AtomicInteger();
    return new PooledClient(
        builder(settings)
            .executor(new InlineExecutor(oneThread()))
            .sslContext(WatchedTls.over(tls(settings), silentFrames, addresses::certified))
            .build(),
        silentFrames);
  }

  private static SSLContext tls(HttpSettings settings) {
    try {
      return settings.tls() == null ? SSLContext.getDefault() : settings.tls();
    } catch (NoSuchAlgorithmException broken) {
      // As the client says it.
      throw new UncheckedIOException(new IOException(broken));
    }
  }

  private static HttpClient.Builder builder(HttpSettings settings) {
    HttpSettings.Proxy proxy = settings.proxy();
    return HttpClient.newBuilder()
        .connectTimeout(settings.connectTimeout())
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(
            proxy == null
                ? HttpClient.Builder.NO_PROXY
                : ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
  }

  /**
   * {@inheritDoc}
   *
   * <p>{@link HttpClient#send} is the asynchronous call and a wait for it, too; its timeout however
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
      throw TransportFailures.rethrown(failed.getCause());
    } catch (InterruptedException interrupted) {
      exchange.cancel(true);
      throw interrupted;
    }
  }

  @Override
  public CompletableFuture<Reply> exchangeAsync(URI uri) {
    return begin(uri, pool.shared());
  }

  private CompletableFuture<Reply> begin(URI uri, ClientLine line) {
    HttpRequest request = request(uri);
    return exchanges.begin(
        uri, address -> address == null ? request : request(uri, address), line.enter());
  }

  @Override
  public void renew() {
    pool.renew();
  }

  @Override
  public boolean alone() {
    return pool.alone();
  }

  @Override
  public Transport onNewConnection() {
    return new Transport() {
      @Override
      public Reply exchange(URI uri) throws InterruptedException {
        return await(exchangeAsync(uri));
      }

      @Override
      public CompletableFuture<Reply> exchangeAsync(URI uri) {
        return begin(uri, pool.unshared());
      }

      @Override
      public void close() {
        HttpTransport.this.close();
      }
    };
  }

  private static Executor oneThread() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), HttpTransport::daemon);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "http");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Builds a request and forgets it, so that its classes are loaded before the first one counts.
   */
  public void prepare(URI uri) {
    request(uri);
  }

  private HttpRequest request(URI uri) {
    HttpRequest.Builder request = template.copy().uri(uri);
    if (uri.getScheme().equalsIgnoreCase("http") || !pool.http2()) {
      // HTTP/2 over plain http begins with "Upgrade: h2c", which some proxies refuse.
      request.version(HttpClient.Version.HTTP_1_1);
    }
    return request.build();
  }

  /**
   * To an address of the host, whose name it gives; over HTTP/1.1, since the client's HTTP/2 gives
   * no other {@code :authority} than that of the URI.
   */
  private HttpRequest request(URI uri, String address) {
    return template
        .copy()
        .uri(HostAddresses.at(address, uri))
        .setHeader("Host", Origin.authority(uri))
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  /** What all requests have in common, checked once. */
  private HttpRequest.Builder template() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .setHeader("Accept", "application/json")
            .setHeader("Accept-Encoding", "gzip");
    HttpSettings.Proxy proxy = settings.proxy();
    if (proxy != null && proxy.authorization() != null) {
      // The client shows it to the proxy alone.
      request.header("Proxy-Authorization", proxy.authorization());
    }
    addGivenHeaders(request);
    return request;
  }

  /** The first of a name replaces what this class has set, further ones are added. */
  private void addGivenHeaders(HttpRequest.Builder request) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (HttpSettings.Header header : settings.headers()) {
      if (names.add(header.name())) {
        request.setHeader(header.name(), header.value());
      } else {
        request.header(header.name(), header.value());
      }
    }
  }

  @Override
  public void close() {
    pool.close();
    deadlines.close();
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
