package io.github.fetchcharacters.fetch;

import java.util.Iterator;

/** Ids that may take time to come. */
public interface IdStream extends Iterator<Long> {

  /**
   * Sets an action that runs each time before a wait for the next id, on the thread that waits.
   *
   * @param action replaces the previous one
   */
  void beforeWaiting(Runnable action);
}
