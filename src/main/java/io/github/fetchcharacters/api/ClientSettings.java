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
 * @param base the address of the API
 * @param http how the HTTP client behaves
 * @param retry what follows a failed attempt
 * @param concurrency max requests in flight, at least 1
 * @param longestPause the longest pause of all requests that a server may ask for
 * @param rate max requests started per unit of time, null for no limit
 */
public record ClientSettings(
    URI base,
    HttpSettings http,
    RetryPolicy retry,
    int concurrency,
    Duration longestPause,
    @Nullable RateLimit rate) {

  /** With another number of requests in flight. */
  public ClientSettings with(int maxInFlight) {
    return new ClientSettings(base, http, retry, maxInFlight, longestPause, rate);
  }

  /** The same API elsewhere. */
  public ClientSettings at(URI other) {
    return new ClientSettings(other, http, retry, concurrency, longestPause, rate);
  }
}
