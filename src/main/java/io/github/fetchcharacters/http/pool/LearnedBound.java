package io.github.fetchcharacters.http.pool;

import org.jspecify.annotations.Nullable;

/**
 * The {@link RequestBound} of one server, as its clients' connections have shown it. <em>Not</em>
 * safe for use by many threads: the pool's lock guards it.
 */
final class LearnedBound {

  /** To wait for a connection that fewer can share takes longer than to open one for each. */
  private static final int MIN_SHARED = 3;

  private final RequestBound bound = new RequestBound();
  private @Nullable PooledClient lastCutShort;

  /** Whether enough requests share a connection to wait for it. */
  boolean isWorthSharing() {
    return bound.get() >= MIN_SHARED;
  }

  /** Whether the server has ended connections early, so that the bound leaves nothing to spare. */
  boolean isLearned() {
    return bound.get() < RequestBound.MAX;
  }

  /** Whether a client has begun as many requests as one HTTP/2 connection may serve. */
  boolean isReached(PooledClient client) {
    return client.isHttp2() && client.begun() >= bound.get();
  }

  /** Lowers the bound to what a connection served that ended early; once for each client. */
  void cutShort(PooledClient client) {
    if (client.markCutShort()) {
      bound.cutShort(client.served());
      lastCutShort = client;
    }
  }

  /** Raises the bound with each further answer of the client that was cut short last. */
  void answered(PooledClient client) {
    if (client == lastCutShort) {
      bound.raise(client.served());
    }
  }

  /** Counts a client that was shut down without being cut short. */
  void shutDown(PooledClient client) {
    if (client.isHttp2() && !client.isCutShort()) {
      bound.served(client.begun());
    }
  }
}
