package io.github.fetchcharacters.timeline;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CallListener;
import io.github.fetchcharacters.codec.Resource;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * Records how long each request took, from its sending to its answer decoded. A request that failed
 * has no such answer and is left out; of one that is resent the last sending counts. A request
 * costs two readings of the clock and one place of an array that is there before. Safe for use by
 * many threads.
 */
public final class DurationRecorder implements ApiListener {

  private final LongSupplier clock;
  private final AtomicLongArray durations;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Has room at once, so that recording needs none.
   *
   * @param clock nanoseconds from any origin
   * @param max durations kept until {@link #clear}; those beyond are not
   */
  public DurationRecorder(LongSupplier clock, int max) {
    this.clock = clock;
    this.durations = new AtomicLongArray(max);
  }

  @Override
  public CallListener begin(Resource resource) {
    return new Call();
  }

  /** The requests of one call, one after another. */
  private final class Call implements CallListener {

    private long sent;

    @Override
    public void fetching(URI uri, int attempt) {
      sent = clock.getAsLong();
    }

    @Override
    public void got(String title) {
      add(clock.getAsLong() - sent);
    }
  }

  private void add(long duration) {
    int place = count.getAndIncrement();
    if (place < durations.length()) {
      durations.set(place, duration);
    }
  }

  /** Forgets all durations, for another run. */
  public void clear() {
    count.set(0);
  }

  /** The durations in nanoseconds, in the order of the answers. */
  public long[] nanos() {
    long[] nanos = new long[Math.min(count.get(), durations.length())];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = durations.get(i);
    }
    return nanos;
  }
}
