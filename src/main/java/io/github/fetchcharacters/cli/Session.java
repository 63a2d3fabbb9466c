package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CharacterCodec;
import io.github.fetchcharacters.api.HttpTransport;
import io.github.fetchcharacters.api.Transport;
import io.github.fetchcharacters.api.Window;
import java.net.URI;
import java.time.InstantSource;

/** One client with its connections; closing it ends them. */
final class Session implements AutoCloseable {

  private final Transport transport;
  private final ApiClient client;

  /**
   * Opens no connection yet.
   *
   * @param base where the API is
   * @param listener is told each step
   */
  Session(
      URI base,
      ConnectionOptions connection,
      RetryOptions retry,
      int concurrency,
      ApiListener listener) {
    this.transport = new HttpTransport(connection.settings());
    this.client =
        new ApiClient(
            transport,
            new CharacterCodec(base, InstantSource.system()),
            retry.policy(),
            new Window(concurrency),
            listener);
  }

  ApiClient client() {
    return client;
  }

  @Override
  public void close() {
    transport.close();
  }
}
