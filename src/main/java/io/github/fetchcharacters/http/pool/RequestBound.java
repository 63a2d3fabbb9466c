package io.github.fetchcharacters.http.pool;

/**
 * How many requests an HTTP/2 connection is asked for before there is another: fewer than the
 * server takes, as far as its connections have shown. Pure bookkeeping; <em>not</em> safe for use
 * by many threads.
 */
final class RequestBound {

  /**
   * nginx closes a connection with its 1000th request by default (keepalive_requests); those that
   * have been admitted by then, 100 at most, still go out before.
   */
  static final int MAX = 900;

  private static final int MAX_PATIENCE = 64;

  private int bound = MAX;

  /** Connections in a row that have served their time, and how many it takes to ask for more. */
  private int served;

  private int patience = 1;

  int get() {
    return bound;
  }

  /**
   * The server has ended a connection before its time. To ask for more again takes twice as many
   * connections as the last time: a server that restarts does this once, one with a limit always.
   *
   * @param answers what it has answered on it so far
   */
  void cutShort(int answers) {
    bound = Math.max(1, Math.min(MAX, answers));
    served = 0;
    patience = Math.min(MAX_PATIENCE, 2 * patience);
  }

  /** Further answers have come on the connection that was cut short. */
  void raise(int answers) {
    bound = Math.max(bound, Math.min(MAX, answers));
  }

  /** A connection has ended without being cut short, after so many requests. */
  void served(int requests) {
    if (requests >= bound && ++served >= patience) {
      bound = Math.min(MAX, 2 * bound);
      served = 0;
    }
  }
}
