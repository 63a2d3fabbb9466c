package io.github.fetchcharacters.api;

import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import java.net.URI;
import java.time.Duration;

/**
 * Hears the steps of one call, in order, each on the thread that takes it. Must neither throw nor
 * block; an exception ends the call. A cancelled call takes no further step.
 */
public interface CallListener {

  /** Does nothing. */
  CallListener NONE = new CallListener() {};

  /**
   * A request goes to the network.
   *
   * @param attempt which attempt of the call this is, from 1
   */
  default void fetching(URI uri, int attempt) {}

  /**
   * The server has not processed the request; a resend within the same attempt follows.
   *
   * @param attempt which attempt of the call this is, from 1
   */
  default void resending(int attempt, TransportException why) {}

  /** A complete answer of any status has come. */
  default void fetched(URI uri, int attempt, Reply reply) {}

  /**
   * The answer makes all requests of the run wait, or wait at least a second more than before.
   *
   * @param wait from now on
   */
  default void paused(ApiException reason, Duration wait) {}

  /**
   * The answer of an earlier run is still of use; no request is sent.
   *
   * @param age since the server sent or confirmed it
   */
  default void cached(URI uri, Duration age) {}

  /**
   * An attempt has failed, and another follows.
   *
   * @param attempt the one that failed, from 1
   * @param wait from now to the next attempt
   */
  default void retrying(int attempt, RuntimeException failure, Duration wait) {}

  /** The call ends with a value of this title. */
  default void got(String title) {}

  /**
   * The call ends with a failure.
   *
   * @param attempt the last one, from 1
   */
  default void failed(int attempt, RuntimeException failure) {}
}
