package io.github.fetchcharacters.api;

import io.github.fetchcharacters.retry.RetryPolicy;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One client with its connections; closing it ends them. */
public final class Session implements AutoCloseable {

  /** As many as a browser opens to one host; more requests than this wait for HTTP/2. */
  public static final int MOST_COLD_CONNECTIONS = 6;

  private final Transport transport;
  private final ApiClient client;

  /**
   * Opens no connection yet.
   *
   * @param base where the API is
   * @param settings how to talk to it
   * @param retry what follows a failed attempt
   * @param many whether there are more requests than {@link #MOST_COLD_CONNECTIONS}: then the first
   *     goes alone, to have the others share its connection
   * @param window makes what all requests go through, given whether the next one goes alone
   * @param listener hears of each step
   */
  public Session(
      URI base,
      HttpSettings settings,
      RetryPolicy retry,
      boolean many,
      Function<BooleanSupplier, Window> window,
      ApiListener listener) {
    this.transport = HttpTransport.to(base, settings);
    this.client =
        new ApiClient(
            transport,
            new CharacterCodec(base, InstantSource.system(), settings.proxy()),
            retry,
            window.apply(many ? transport::alone : () -> false),
            listener);
  }

  public ApiClient client() {
    return client;
  }

  @Override
  public void close() {
    transport.close();
  }
}
