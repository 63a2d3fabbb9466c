package io.github.fetchcharacters.selection;

import java.util.Iterator;

/** The ranges of one argument. */
interface IdSource {

  /**
   * Returns the ranges, from the first one on.
   *
   * @param beforeWaiting runs each time before the next range has to be waited for
   */
  Iterator<IdRange> ranges(Runnable beforeWaiting);
}
