package io.github.fetchcharacters.selection;

import io.github.fetchcharacters.fetch.IdStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Iterates over sources, their ranges, and the ids of these. For one thread. */
final class IdIterator implements IdStream {

  private final Iterator<IdSource> sources;
  private Runnable beforeWaiting = () -> {};
  private Iterator<IdRange> ranges = List.<IdRange>of().iterator();
  private long next = 1;
  private long last = 0;

  IdIterator(Iterator<IdSource> sources) {
    this.sources = sources;
  }

  @Override
  public void beforeWaiting(Runnable action) {
    beforeWaiting = action;
  }

  @Override
  public boolean hasNext() {
    while (next > last) {
      if (ranges.hasNext()) {
        IdRange range = ranges.next();
        next = range.first();
        last = range.last();
      } else if (sources.hasNext()) {
        // A caller may replace the action while the source is read.
        ranges = sources.next().ranges(() -> beforeWaiting.run());
      } else {
        return false;
      }
    }
    return true;
  }

  @Override
  public Long next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return next++;
  }
}
