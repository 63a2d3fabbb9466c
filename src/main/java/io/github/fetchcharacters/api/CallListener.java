package io.github.fetchcharacters.api;

import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.Reply;
import java.net.URI;
import java.time.Duration;

/**
 * Hears the steps of one call, in order, each on the thread that takes it. Neither throws nor
 * blocks; an exception all the same ends the call. A call that is cancelled takes no further step.
 */
public interface CallListener {

  /** Does nothing. */
  CallListener NONE = new CallListener() {};

  /**
   * The network gets a request.
   *
   * @param attempt which attempt of the call this is, from 1
   */
  default void fetching(URI uri, int attempt) {}

  /**
   * The server has not processed the request, which goes out again within the same attempt.
   *
   * @param attempt which attempt of the call this is, from 1
   */
  default void resending(int attempt, ApiException why) {}

  /** A complete answer has come, of whatever status. */
  default void fetched(URI uri, int attempt, Reply reply) {}

  /**
   * The answer makes all requests of the run wait, or for a second more at least than before.
   *
   * @param wait from now on
   */
  default void paused(ApiException reason, Duration wait) {}

  /**
   * An attempt has failed, and another follows.
   *
   * @param attempt the one that failed, from 1
   * @param wait from now to the next attempt
   */
  default void retrying(int attempt, RuntimeException failure, Duration wait) {}

  /** The call ends well; {@code title} says with what. */
  default void got(String title) {}

  /**
   * The call ends with a failure.
   *
   * @param attempt the last one, from 1
   */
  default void failed(int attempt, RuntimeException failure) {}
}
