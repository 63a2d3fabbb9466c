package io.github.fetchcharacters.api;

import io.github.fetchcharacters.retry.RetryPolicy;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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
  private final InlineExecutor executor = new InlineExecutor();
  private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();

  /**
   * @param settings how the client behaves
   */
  public HttpTransport(HttpSettings settings) {
    this(
        settings,
        settings.tls() == null
            ? HttpClient.newBuilder()
            : HttpClient.newBuilder().sslContext(settings.tls()));
  }

  private HttpTransport(HttpSettings settings, HttpClient.Builder builder) {
    this.settings = settings;
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
   * long to set up.
   *
   * @param settings how the client behaves
   */
  public static HttpTransport to(URI base, HttpSettings settings) {
    return "http".equalsIgnoreCase(base.getScheme())
        ? new HttpTransport(settings, HttpClient.newBuilder().sslContext(new NoTls()))
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
  public CompletableFuture<Reply> exchangeAsync(URI uri) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request(uri), response -> body(response, reply));
    CompletableFuture<Void> deadline =
        new CompletableFuture<Void>().orTimeout(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
    rememberUntilDone(reply);
    reply.whenComplete(
        (value, thrown) -> {
          deadline.complete(null);
          if (thrown != null) {
            exchange.cancel(true);
          }
        });
    // Only cancel(true) on the client's own future ends the exchange; a timeout on it would not.
    deadline.whenComplete(
        (inTime, late) -> {
          if (late != null) {
            exchange.cancel(true);
          }
        });
    exchange
        .handle(
            (response, thrown) -> {
              if (thrown != null) {
                boolean late = deadline.isCompletedExceptionally();
                throw TransportFailures.classified(uri, settings, thrown, late);
              }
              return reply(response);
            })
        .whenComplete((value, thrown) -> complete(reply, value, thrown));
    return reply;
  }

  @SuppressWarnings("CollectionUndefinedEquality") // a future equals itself alone, as is meant
  private void rememberUntilDone(CompletableFuture<?> reply) {
    underWay.add(reply);
    reply.whenComplete((value, thrown) -> underWay.remove(reply));
  }

  private static void complete(
      CompletableFuture<Reply> reply, Reply value, @Nullable Throwable thrown) {
    if (thrown == null) {
      reply.complete(value);
    } else {
      reply.completeExceptionally(RetryPolicy.causeOf(thrown));
    }
  }

  /** The client completes its future in the common pool (JDK-8204339); the body is there before. */
  private HttpResponse.BodySubscriber<byte[]> body(
      HttpResponse.ResponseInfo response, CompletableFuture<Reply> reply) {
    LimitedBody body = LimitedBody.of(response, settings.maxBody());
    if (!settings.identifyConnections()) {
      body.getBody()
          .thenAccept(
              bytes ->
                  executor.afterTask(
                      () ->
                          reply.complete(
                              reply(
                                  response.statusCode(),
                                  response.version(),
                                  response.headers(),
                                  null,
                                  bytes))));
    }
    return body;
  }

  /** Builds a request and forgets it: see {@link WarmUp}. */
  void prepare(URI uri) {
    request(uri);
  }

  private HttpRequest request(URI uri) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .setHeader("Accept", "application/json")
            .setHeader("Accept-Encoding", "gzip");
    if (uri.getScheme().equalsIgnoreCase("http")) {
      // HTTP/2 over plain http begins with "Upgrade: h2c", which some proxies refuse.
      request.version(HttpClient.Version.HTTP_1_1);
    }
    HttpSettings.Proxy proxy = settings.proxy();
    if (proxy != null && proxy.authorization() != null) {
      // The client shows it to the proxy alone.
      request.header("Proxy-Authorization", proxy.authorization());
    }
    addGivenHeaders(request);
    return request.build();
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

  private static Reply reply(HttpResponse<byte[]> response) {
    // Null where a proxy asks for a password before the tunnel.
    byte[] body = response.body();
    return reply(
        response.statusCode(),
        response.version(),
        response.headers(),
        ConnectionIdentity.of(response),
        body == null ? new byte[0] : body);
  }

  private static Reply reply(
      int status,
      HttpClient.Version version,
      HttpHeaders headers,
      @Nullable Object connection,
      byte[] body) {
    return new Reply(
        status,
        version == HttpClient.Version.HTTP_2 ? "HTTP/2" : "HTTP/1.1",
        headers.firstValue("retry-after").orElse(null),
        headers.firstValue("location").orElse(null),
        connection,
        body);
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
