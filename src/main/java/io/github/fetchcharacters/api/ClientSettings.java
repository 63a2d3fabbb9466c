package io.github.fetchcharacters.api;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.model.RateLimit;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a client talks to the API.
 *
 * @param base where the API is
 * @param http how the HTTP client behaves
 * @param retry what follows a failed attempt
 * @param concurrency most requests in flight, at least 1
 * @param longestPause the client does not heed a server that asks all to wait for longer
 * @param rate most requests started per unit of time, null for no limit
 */
public record ClientSettings(
    URI base,
    HttpSettings http,
    RetryPolicy retry,
    int concurrency,
    Duration longestPause,
    @Nullable RateLimit rate) {

  /** The same API elsewhere. */
  public ClientSettings at(URI other) {
    return new ClientSettings(other, http, retry, concurrency, longestPause, rate);
  }
}
