package io.github.fetchcharacters.api;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The network: the only user of {@link HttpClient}. Plain {@code http} is spoken as HTTP/1.1,
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
    // By default the client keeps a password from a proxy that it reaches https through.
    setUnlessSet("jdk.http.auth.tunneling.disabledSchemes", "");
    // The client ends its futures in the common pool (JDK-8204339). On two processors or fewer that
    // has no threads, and until JDK 25 each stage would start one of its own (JDK-8319447): twice
    // the processor time of a long run.
    if (Runtime.getRuntime().availableProcessors() <= 2) {
      setUnlessSet("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
    }
  }

  private final HttpSettings settings;
  private final HttpClient client;
  private final HttpRequest.Builder template;
  private final InlineExecutor executor;
  private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();

  /**
   * @param settings how the client behaves
   */
  public HttpTransport(HttpSettings settings) {
    this(
        settings,
        settings.tls() == null
            ? HttpClient.newBuilder()
            : HttpClient.newBuilder().sslContext(settings.tls()),
        new InlineExecutor(oneThread()));
  }

  private HttpTransport(
      HttpSettings settings, HttpClient.Builder builder, InlineExecutor executor) {
    this.settings = settings;
    this.executor = executor;
    this.template = template();
    HttpSettings.Proxy proxy = settings.proxy();
    this.client =
        builder
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(
                proxy == null
                    ? HttpClient.Builder.NO_PROXY
                    : ProxySelector.of(
                        InetSocketAddress.createUnresolved(proxy.host(), proxy.port())))
            .executor(executor)
            .build();
  }

  /**
   * A transport for URIs such as the given one: for plain {@code http} it has no TLS, which takes
   * long to set up, and no thread beside the selector's, which would have nothing to decrypt.
   *
   * @param settings how the client behaves
   */
  public static HttpTransport to(URI base, HttpSettings settings) {
    return "http".equalsIgnoreCase(base.getScheme())
        ? new HttpTransport(
            settings,
            HttpClient.newBuilder().sslContext(new NoTls()),
            new InlineExecutor(Runnable::run))
        : new HttpTransport(settings);
  }

  /**
   * {@inheritDoc}
   *
   * <p>{@link HttpClient#send} is the asynchronous call and a wait for it, too; its timeout however
   * ends at the response headers (JDK-8208693), so that a body could stall for ever.
   */
  @Override
  public Reply exchange(URI uri) throws InterruptedException {
    CompletableFuture<Reply> exchange = exchangeAsync(uri);
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
  @SuppressWarnings("CollectionUndefinedEquality") // a future equals itself alone, as is meant
  public CompletableFuture<Reply> exchangeAsync(URI uri) {
    Exchange exchange = new Exchange(uri, settings, executor);
    underWay.add(exchange);
    exchange.whenComplete((reply, thrown) -> underWay.remove(exchange));
    exchange.start(client, request(uri));
    return exchange;
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

  /** Builds a request and forgets it: see {@link WarmUp}. */
  void prepare(URI uri) {
    request(uri);
  }

  private HttpRequest request(URI uri) {
    HttpRequest.Builder request = template.copy().uri(uri);
    if (uri.getScheme().equalsIgnoreCase("http")) {
      // HTTP/2 over plain http begins with "Upgrade: h2c", which some proxies refuse.
      request.version(HttpClient.Version.HTTP_1_1);
    }
    return request.build();
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

  /** {@inheritDoc} An open client would hold up the end of the JVM for some 300 ms. */
  @Override
  public void close() {
    // Until 21 the end of the selector alone leaves them open for ever.
    underWay.forEach(exchange -> exchange.cancel(true));
    ClientShutdown.now(client);
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
