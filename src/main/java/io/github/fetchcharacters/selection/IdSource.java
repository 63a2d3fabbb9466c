package io.github.fetchcharacters.selection;

import java.util.Iterator;

/** The ranges of one argument. */
interface IdSource {

  /**
   * Returns the ranges, from the first one on.
   *
   * @param beforeWaiting runs each time before the iterator waits for a range
   */
  Iterator<IdRange> ranges(Runnable beforeWaiting);
}
