package io.github.fetchcharacters.http.pool;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.tls.ConnectionWatch;
import io.github.fetchcharacters.http.tls.NoTls;
import io.github.fetchcharacters.http.tls.WatchedTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/** Makes the JDK's clients, all with the same settings. Safe for use by many threads. */
public final class ClientFactory implements Supplier<PooledClient> {

  /**
   * Max clients for plain http, each with a selector's thread: with more, the servers are the
   * slower side. On two processors, 20,000 ids take 1.18 times as long with one (median of 7 pairs,
   * JDK 17).
   */
  private static final int MAX_PLAIN = 4;

  private final HttpSettings settings;
  private final boolean tls;
  private final UnaryOperator<String> certified;

  /**
   * @param tls whether the clients speak https, too
   * @param certified the name that the certificate of a host has to show
   */
  public ClientFactory(HttpSettings settings, boolean tls, UnaryOperator<String> certified) {
    this.settings = settings;
    this.tls = tls;
    this.certified = certified;
  }

  /**
   * Returns how many clients all requests share at most: for plain http one for each processor,
   * since a client has but one selector.
   */
  public static int maxClients(boolean tls) {
    return tls ? 1 : Math.min(Runtime.getRuntime().availableProcessors(), MAX_PLAIN);
  }

  /**
   * Makes a client, which has not opened a connection.
   *
   * @throws UncheckedIOException if the process may open no more files; so do {@link InternalError}
   *     and, without another thread, {@link OutOfMemoryError}
   */
  @Override
  public PooledClient get() {
    return tls ? withTls() : plain();
  }

  /** Reads on the selector's thread, since there is nothing to decrypt. */
  private PooledClient plain() {
    return new PooledClient(
        builder().sslContext(new NoTls()).executor(new InlineExecutor(oneThread(), true)).build(),
        new ConnectionWatch());
  }

  private PooledClient withTls() {
    ConnectionWatch watch = new ConnectionWatch();
    return new PooledClient(
        builder()
            .executor(new InlineExecutor(oneThread(), false))
            .sslContext(WatchedTls.over(authorities(), watch, certified))
            .build(),
        watch);
  }

  private SSLContext authorities() {
    try {
      return settings.tls() == null ? SSLContext.getDefault() : settings.tls();
    } catch (NoSuchAlgorithmException broken) {
      // HttpClient.build() throws the same.
      throw new UncheckedIOException(new IOException(broken));
    }
  }

  private HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .connectTimeout(settings.connectTimeout())
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(proxy(settings));
  }

  private static ProxySelector proxy(HttpSettings settings) {
    HttpSettings.Proxy proxy = settings.proxy();
    return proxy == null
        ? HttpClient.Builder.NO_PROXY
        : ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
  }

  private static Executor oneThread() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ClientFactory::daemon);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "http");
    thread.setDaemon(true);
    return thread;
  }
}
