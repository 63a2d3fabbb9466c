package io.github.fetchcharacters.flow;

/** Spaces the starts of requests. Safe for use by many threads; neither method blocks. */
@FunctionalInterface
public interface Pace {

  /** Lets every request start at once. */
  Pace NONE = () -> new Start(0, () -> {});

  /** Reserves the next start. */
  Start reserve();

  /**
   * A start that one request has.
   *
   * @param nanos from its reservation until it; zero or less for at once
   * @param giveBack says that the request does not start, so that a later one may sooner; called
   *     once at most
   */
  record Start(long nanos, Runnable giveBack) {}
}
