package io.github.fetchcharacters.http.pool;

import org.jspecify.annotations.Nullable;

/**
 * The max requests on one HTTP/2 connection of a server: fewer than it takes, as far as its
 * clients' connections have shown. Pure bookkeeping; <em>not</em> safe for use by many threads: the
 * pool's lock guards it.
 */
final class LearnedBound {

  /**
   * nginx closes a connection with its 1000th request by default (keepalive_requests); up to 100
   * requests are admitted by then and still go out.
   */
  static final int MAX = 900;

  /** To wait for a connection that fewer can share takes longer than to open one for each. */
  private static final int MIN_SHARED = 3;

  private static final int MAX_PATIENCE = 64;

  private int bound = MAX;

  /** Connections in a row that reached the bound. */
  private int served;

  /** Connections in a row that have to reach the bound before it doubles. */
  private int patience = 1;

  private @Nullable PooledClient lastCutShort;

  int get() {
    return bound;
  }

  /** Whether enough requests share a connection to wait for it. */
  boolean isWorthSharing() {
    return bound >= MIN_SHARED;
  }

  /** Whether the server has ended connections early, so that the bound leaves nothing to spare. */
  boolean isLearned() {
    return bound < MAX;
  }

  /** Whether a client has begun as many requests as one HTTP/2 connection may serve. */
  boolean isReached(PooledClient client) {
    return client.isHttp2() && client.begun() >= bound;
  }

  /**
   * Lowers the bound to what a connection served that ended early; once for each client. To double
   * it again takes twice as many connections as the last time: a server that restarts ends them
   * early once, a server with a limit always.
   */
  void cutShort(PooledClient client) {
    if (client.markCutShort()) {
      bound = Math.max(1, Math.min(MAX, client.served()));
      served = 0;
      patience = Math.min(MAX_PATIENCE, 2 * patience);
      lastCutShort = client;
    }
  }

  /** Raises the bound with each further answer of the client that was cut short last. */
  void answered(PooledClient client) {
    if (client == lastCutShort) {
      bound = Math.max(bound, Math.min(MAX, client.served()));
    }
  }

  /** Counts a client that was shut down; doubles the bound when enough have reached it. */
  void shutDown(PooledClient client) {
    if (isReached(client) && !client.isCutShort() && ++served >= patience) {
      bound = Math.min(MAX, 2 * bound);
      served = 0;
    }
  }
}
