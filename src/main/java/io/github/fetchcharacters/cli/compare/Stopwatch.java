package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CallListener;
import io.github.fetchcharacters.codec.Resource;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Takes the time from the first request to the last record: starting threads, all but the first,
 * connecting, waiting and decoding lie inside. Hears requests on any thread; for one thread
 * otherwise.
 */
final class Stopwatch implements ApiListener, CallListener {

  private static final long NONE = Long.MIN_VALUE;

  private final AtomicLong first = new AtomicLong(NONE);
  private volatile LongSupplier clock = () -> 0;
  private long last;

  /** Waits for the first request. */
  void start(LongSupplier nanos) {
    clock = nanos;
    last = nanos.getAsLong();
    first.set(NONE);
  }

  @Override
  public CallListener begin(Resource resource) {
    return this;
  }

  @Override
  public void fetching(URI uri, int attempt) {
    if (first.get() == NONE) {
      first.compareAndSet(NONE, clock.getAsLong());
    }
  }

  /** A record has come. */
  void lap() {
    last = clock.getAsLong();
  }

  /** Nanoseconds from the first request to the last record; 0 without either. */
  long nanos() {
    return first.get() == NONE ? 0 : Math.max(0, last - first.get());
  }
}
