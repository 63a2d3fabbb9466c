package io.github.fetchcharacters.flow;

/** Spaces the starts of requests. Safe for use by many threads; neither method blocks. */
@FunctionalInterface
public interface Pace {

  /** Starts every request at once. */
  Pace NONE = () -> new Start(0, () -> {});

  /** Reserves the next start. */
  Start reserve();

  /**
   * The start of one request.
   *
   * @param nanos from the reservation to the start; zero or less for at once
   * @param giveBack gives the start back, so that a later request may start sooner; call it once at
   *     most
   */
  record Start(long nanos, Runnable giveBack) {}
}
