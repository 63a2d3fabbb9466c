package io.github.fetchcharacters.api;

import io.github.fetchcharacters.retry.RetryPolicy;
import java.net.URI;
import java.time.Duration;

/**
 * Hears of each step of each call, in order within a call, from whichever thread takes the step.
 * Implementations are safe for use by many threads and neither throw nor block; what one throws all
 * the same ends the call.
 */
public interface ApiListener {

  /** Hears everything and does nothing. */
  ApiListener NONE = new ApiListener() {};

  /**
   * A call begins.
   *
   * @param subject what is asked for, in words that follow "getting"
   */
  default void getting(String subject) {}

  /**
   * A request is handed to the network.
   *
   * @param attempt which attempt of its call this is, from 1
   */
  default void fetching(String subject, URI uri, int attempt) {}

  /**
   * The server has not processed a request, which goes out again within the same attempt.
   *
   * @param attempt which attempt of its call this is, from 1
   */
  default void resending(String subject, int attempt, ApiException why) {}

  /** A complete answer has come, of whatever status. */
  default void fetched(String subject, URI uri, int attempt, Reply reply) {}

  /** A call ends well. {@code title} says with what. */
  default void got(String subject, String title) {}

  /** An attempt failed; {@code decision} says what follows. */
  default void failed(
      String subject, int attempt, RuntimeException failure, RetryPolicy.Decision decision) {}

  /** All requests of the run wait now, since the server asked for it. */
  default void paused(ApiException reason, Duration wait) {}
}
