package io.github.fetchcharacters.api;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ends the exchanges that take too long, by one timer for all of them, set to the earliest end. A
 * timer for each would be set and cancelled for nothing, which from JDK 25 on (JDK-8319447) may
 * wake a thread both times.
 */
final class Deadlines {

  private final Set<Exchange> underWay;
  private final long nanos;

  /** The next look at them; null when none is due. */
  private final AtomicReference<@Nullable CompletableFuture<Void>> timer = new AtomicReference<>();

  /**
   * @param underWay the exchanges, as they come and go
   * @param nanos the time that each has
   */
  Deadlines(Set<Exchange> underWay, long nanos) {
    this.underWay = underWay;
    this.nanos = nanos;
  }

  /** To be called for each exchange, when it is among those under way. */
  void watch() {
    if (timer.get() == null) {
      set(null, nanos);
    }
  }

  private void set(@Nullable CompletableFuture<Void> last, long nanosFromNow) {
    CompletableFuture<Void> next = new CompletableFuture<>();
    if (timer.compareAndSet(last, next)) {
      next.thenRun(() -> look(next));
      next.completeOnTimeout(null, nanosFromNow, TimeUnit.NANOSECONDS);
    }
  }

  private void look(CompletableFuture<Void> current) {
    long earliest = nanos;
    try {
      earliest = expired();
    } finally {
      goOn(current, earliest);
    }
  }

  /** Ends those whose time is over; the nanoseconds until the next of the others. */
  private long expired() {
    long earliest = Long.MAX_VALUE;
    for (Exchange exchange : underWay) {
      earliest = Math.min(earliest, exchange.expire());
    }
    return earliest;
  }

  private void goOn(CompletableFuture<Void> current, long earliest) {
    if (earliest < Long.MAX_VALUE) {
      set(current, earliest);
    } else if (timer.compareAndSet(current, null) && !underWay.isEmpty()) {
      // One that has begun since has seen the timer set.
      watch();
    }
  }

  /** Ends the timer, for good; what is under way has no deadline any more. */
  void close() {
    CompletableFuture<Void> current = timer.get();
    if (current != null) {
      current.cancel(false);
    }
  }
}
