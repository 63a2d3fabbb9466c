package io.github.fetchcharacters.flow;

/**
 * Bounds the requests in flight to those that did not fail because too many were, as when the
 * server refuses streams. A burst of failures halves the bound at most. The bound grows by one for
 * as many answers as it is high, and each time that it has shrunk it takes twice as many, up to 64
 * times. Pure bookkeeping, given the time; <em>not</em> safe for use by many threads.
 */
final class StreamBound {

  private static final int MAX_PATIENCE = 64;

  private double bound;
  private double min = 1;
  private boolean shrunk;
  private long shrunkAt;
  private int patience = 1;
  private int answers;

  /**
   * @param max max requests in flight, at least 1
   */
  StreamBound(int max) {
    this.bound = max;
  }

  double get() {
    return bound;
  }

  /**
   * Counts an answer that was of use.
   *
   * @param max the bound grows no further
   */
  void answered(double max) {
    if (bound < max && ++answers >= patience * bound) {
      bound = Math.min(max, bound + 1);
      answers = 0;
    }
  }

  /**
   * Shrinks the bound after a failed request. Requests sent before the bound shrank first are the
   * same burst.
   *
   * @param inFlight requests in flight, with the failed one
   * @param entered when it started
   */
  void tooMany(int inFlight, long entered, long now) {
    boolean sameBurst = shrunk && entered - shrunkAt < 0;
    if (!sameBurst) {
      min = Math.max(1, Math.floor(Math.min(bound, inFlight) / 2));
      patience = Math.min(MAX_PATIENCE, 2 * patience);
      shrunk = true;
      shrunkAt = now;
    }
    bound = Math.max(Math.min(bound, min), Math.min(bound, inFlight - 1));
    answers = 0;
  }
}
