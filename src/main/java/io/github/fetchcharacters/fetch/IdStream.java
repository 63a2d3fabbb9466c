package io.github.fetchcharacters.fetch;

import java.util.Iterator;

/** Ids that may have to be waited for. */
public interface IdStream extends Iterator<Long> {

  /**
   * Has something done each time before the next id is waited for, on the thread that waits.
   *
   * @param action replaces the one before it
   */
  void beforeWaiting(Runnable action);
}
