package io.github.fetchcharacters.flow;

import java.util.concurrent.atomic.AtomicBoolean;

/** Spaces the starts of requests. Safe for use by many threads; neither method blocks. */
@FunctionalInterface
public interface Pace {

  /** Starts every request at once. */
  Pace NONE = () -> Start.NOW;

  /** Reserves the next start. */
  Start reserve();

  /**
   * The start of one request.
   *
   * @param nanos from the reservation to the start; zero or less for at once
   * @param giveBack gives the start back, so that a later request may start sooner; the second time
   *     does nothing
   */
  record Start(long nanos, Runnable giveBack) {

    /** At once, without a reservation. */
    static final Start NOW = new Start(0, () -> {});

    public Start {
      giveBack = once(giveBack);
    }

    private static Runnable once(Runnable action) {
      AtomicBoolean due = new AtomicBoolean(true);
      return () -> {
        if (due.getAndSet(false)) {
          action.run();
        }
      };
    }
  }
}
