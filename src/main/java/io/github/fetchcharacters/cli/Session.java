package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CharacterCodec;
import io.github.fetchcharacters.api.HttpSettings;
import io.github.fetchcharacters.api.HttpTransport;
import io.github.fetchcharacters.api.Transport;
import io.github.fetchcharacters.api.Window;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.net.URI;
import java.time.InstantSource;

/** One client with its connections; closing it ends them. */
final class Session implements AutoCloseable {

  /** As many as a browser opens to one host; more requests than this wait for HTTP/2. */
  static final int MOST_COLD_CONNECTIONS = 6;

  private final Transport transport;
  private final ApiClient client;

  /**
   * Opens no connection yet.
   *
   * @param base where the API is
   * @param settings how to talk to it
   * @param retry what follows a failed attempt
   * @param window what all requests go through
   * @param listener is told each step
   */
  Session(URI base, HttpSettings settings, RetryPolicy retry, Window window, ApiListener listener) {
    this.transport = HttpTransport.to(base, settings);
    this.client =
        new ApiClient(
            transport,
            new CharacterCodec(base, InstantSource.system(), settings.proxy()),
            retry,
            window,
            listener);
  }

  /**
   * Whether the first request goes alone, to have the others share its connection.
   *
   * @param many whether there are more than {@link #MOST_COLD_CONNECTIONS}
   */
  static boolean probes(URI base, boolean many) {
    return many && base.getScheme().equalsIgnoreCase("https");
  }

  ApiClient client() {
    return client;
  }

  @Override
  public void close() {
    transport.close();
  }
}
