package io.github.fetchcharacters.api;

import io.github.fetchcharacters.codec.CharacterCodec;
import io.github.fetchcharacters.flow.Congestion;
import io.github.fetchcharacters.flow.Window;
import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.http.client.ClientProperties;
import io.github.fetchcharacters.http.client.HttpTransport;
import io.github.fetchcharacters.retry.Pause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Clients with their connections; closing it ends them. Safe for use by many threads. */
public final class Session implements AutoCloseable {

  /** As many as a browser opens to one host; more requests wait for HTTP/2. */
  public static final int MAX_COLD_CONNECTIONS = 6;

  private final ClientSettings settings;
  private final ApiListener listener;
  private final Transport transport;
  private final @Nullable AnswerCache cache;

  /** A session without a cache. */
  public Session(ClientSettings settings, boolean many, ApiListener listener) {
    this(settings, many, listener, null);
  }

  /**
   * Makes a session, without a connection yet.
   *
   * @param many whether there are more requests than {@link #MAX_COLD_CONNECTIONS}: then the first
   *     goes alone, and the others share its connection
   * @param listener makes a listener for each call
   * @param cache has the answers of earlier runs, null for none; its owner closes it
   */
  public Session(
      ClientSettings settings, boolean many, ApiListener listener, @Nullable AnswerCache cache) {
    this.settings = settings;
    this.listener = listener;
    this.cache = cache;
    this.transport = HttpTransport.to(settings.base(), settings.http(), many);
  }

  /**
   * Keeps idle connections open for longer than the usual 4 s, unless the user has set the JDK's
   * property. For the whole JVM, and only before the first session: the JDK reads it once.
   */
  public static void keepIdleConnections(Duration time) {
    ClientProperties.keepIdle(time);
  }

  /** A client with an open window of its own, over the session's connections. */
  public ApiClient newClient() {
    return new ApiClient(
        transport,
        new CharacterCodec(settings.base(), InstantSource.system(), settings.http().proxy()),
        settings.retry(),
        window(settings, transport::alone),
        listener,
        cache);
  }

  private static Window window(ClientSettings settings, BooleanSupplier alone) {
    return new Window(
        new Congestion(settings.concurrency(), settings.longestPause()),
        alone,
        settings.pace(),
        Pause.real(),
        System::nanoTime);
  }

  @Override
  public void close() {
    transport.close();
  }
}
