package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.api.ApiClient;
import java.util.Locale;

/** How a list of ids is worked through. */
public enum Mode {
  /** One after another, blocking, on one thread. */
  SYNC {
    @Override
    public Fetcher fetcher(ApiClient client, int concurrency) {
      return new SequentialFetcher(client);
    }
  },
  /** A fan-out of futures over the non-blocking variant. */
  ASYNC {
    @Override
    public Fetcher fetcher(ApiClient client, int concurrency) {
      return new FanOut(client::getCharacterAsync, LOOKAHEAD * concurrency);
    }
  },
  /** The blocking variant handed to an executor. */
  THREADS {
    @Override
    public Fetcher fetcher(ApiClient client, int concurrency) {
      return new ThreadsFetcher(client, concurrency, LOOKAHEAD * concurrency);
    }
  };

  /**
   * Ids begun and not yet handed over, per request in flight: how far the others run ahead while
   * the head of the line is tried again.
   */
  private static final int LOOKAHEAD = 4;

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A fetcher of this mode.
   *
   * @param client asks the API; its window bounds the requests in flight
   * @param concurrency the bound of that window, at least 1
   */
  public abstract Fetcher fetcher(ApiClient client, int concurrency);
}
