package io.github.fetchcharacters.retry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs an action again and again, on one thread at a time. A run may lead to a request for the next
 * one, which follows it: nested runs would overflow the stack. Each run sees what the run before it
 * has written, and what was written before each request that it serves: all of them go through one
 * atomic counter. Safe for use by many threads.
 */
public final class Drain {

  private final AtomicInteger requests = new AtomicInteger();
  private final Runnable action;

  /**
   * @param action must not throw
   */
  public Drain(Runnable action) {
    this.action = action;
  }

  /** Runs the action; if it runs already, once more after that for all requests meanwhile. */
  public void request() {
    if (requests.getAndIncrement() > 0) {
      return;
    }
    int served = 1;
    do {
      action.run();
      served = requests.addAndGet(-served);
    } while (served > 0);
  }
}
