package io.github.fetchcharacters.http.pool;

/**
 * The max requests on one HTTP/2 connection: fewer than the server takes, as far as its connections
 * have shown. Pure bookkeeping; <em>not</em> safe for use by many threads.
 */
final class RequestBound {

  /**
   * nginx closes a connection with its 1000th request by default (keepalive_requests); up to 100
   * requests are admitted by then and still go out.
   */
  static final int MAX = 900;

  private static final int MAX_PATIENCE = 64;

  private int bound = MAX;

  /** Connections in a row that reached the bound. */
  private int served;

  /** Connections in a row that have to reach the bound before it doubles. */
  private int patience = 1;

  int get() {
    return bound;
  }

  /**
   * Lowers the bound after the server has ended a connection early. To double it again takes twice
   * as many connections as the last time: a server that restarts ends them early once, a server
   * with a limit always.
   *
   * @param requests those that the connection has served so far
   */
  void cutShort(int requests) {
    bound = Math.max(1, Math.min(MAX, requests));
    served = 0;
    patience = Math.min(MAX_PATIENCE, 2 * patience);
  }

  /** Raises the bound to the requests that the connection has served that was cut short. */
  void raise(int requests) {
    bound = Math.max(bound, Math.min(MAX, requests));
  }

  /** Counts a connection that was not cut short, with its requests. */
  void served(int requests) {
    if (requests >= bound && ++served >= patience) {
      bound = Math.min(MAX, 2 * bound);
      served = 0;
    }
  }
}
