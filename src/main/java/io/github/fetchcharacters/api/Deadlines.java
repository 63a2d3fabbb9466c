package io.github.fetchcharacters.api;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges under way, which it ends when they take too long, by one timer for all of them, set
 * to the earliest end. A timer for each would be set and cancelled for nothing, which from JDK 25
 * on (JDK-8319447) may wake a thread both times. Safe for use by many threads.
 */
final class Deadlines {

  private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
  private final long nanos;
  private volatile boolean closed;

  /** The next look at them; null when none is due. */
  private final AtomicReference<@Nullable CompletableFuture<Void>> timer = new AtomicReference<>();

  /**
   * @param nanos the time that each exchange has
   */
  Deadlines(long nanos) {
    this.nanos = nanos;
  }

  /** Adds an exchange that is about to start; cancels it if all are. */
  void add(Exchange exchange) {
    underWay.add(exchange);
    watch();
    if (closed) {
      exchange.cancel(true);
    }
  }

  /** Removes an exchange that has ended. */
  void remove(Exchange exchange) {
    underWay.remove(exchange);
  }

  /** Cancels all exchanges and the timer, for good. */
  void close() {
    closed = true;
    CompletableFuture<Void> current = timer.get();
    if (current != null) {
      current.cancel(false);
    }
    underWay.forEach(exchange -> exchange.cancel(true));
  }

  private void watch() {
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
}
