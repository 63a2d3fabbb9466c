package io.github.fetchcharacters.api;

import io.github.fetchcharacters.flow.Pace;
import io.github.fetchcharacters.flow.RequestRate;
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
 * @param pace spaces the requests of all clients with these settings, taken together
 */
public record ClientSettings(
    URI base,
    HttpSettings http,
    RetryPolicy retry,
    int concurrency,
    Duration longestPause,
    Pace pace) {

  /**
   * Makes settings with a pace of their own.
   *
   * @param rate max requests started per unit of time, null for no limit
   */
  public static ClientSettings of(
      URI base,
      HttpSettings http,
      RetryPolicy retry,
      int concurrency,
      Duration longestPause,
      @Nullable RateLimit rate) {
    Pace pace = rate == null ? Pace.NONE : new RequestRate(rate);
    return new ClientSettings(base, http, retry, concurrency, longestPause, pace);
  }

  /** With another number of requests in flight. */
  public ClientSettings with(int maxInFlight) {
    return new ClientSettings(base, http, retry, maxInFlight, longestPause, pace);
  }

  /** The same API elsewhere. */
  public ClientSettings at(URI other) {
    return new ClientSettings(other, http, retry, concurrency, longestPause, pace);
  }
}
