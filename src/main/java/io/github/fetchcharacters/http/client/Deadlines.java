package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.retry.Pause;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges under way, which it ends when they take too long, by one timer for all of them, set
 * to the earliest end. A timer for each would be set and cancelled for nothing, which from JDK 25
 * on (JDK-8319447) may wake a thread both times. They end on a thread of the pauses: what follows
 * may make a client or look up a name, and the JVM has one thread for all its timers. Safe for use
 * by many threads.
 */
final class Deadlines {

  private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
  private final long nanos;
  private final Pause pause;
  private final AtomicBoolean watching = new AtomicBoolean();
  private volatile boolean closed;

  /** The last one set; null before the first. */
  private volatile @Nullable CompletableFuture<Void> timer;

  /**
   * @param nanos the time that each exchange has
   * @param pause lets it pass
   */
  Deadlines(long nanos, Pause pause) {
    this.nanos = nanos;
    this.pause = pause;
  }

  /**
   * Adds an exchange that is about to start; cancels it if all are, and has it fail with all others
   * if no timer can be set.
   */
  void add(Exchange exchange) {
    underWay.add(exchange);
    watch();
    if (closed) {
      exchange.cancel(true);
    }
  }

  /** Whether the answer to another exchange of the same client has begun. */
  boolean anyOtherAnswers(Exchange exchange) {
    return underWay.stream()
        .anyMatch(
            other ->
                other != exchange && other.client() == exchange.client() && other.isAnswering());
  }

  /** Removes an exchange that has ended. */
  void remove(Exchange exchange) {
    underWay.remove(exchange);
  }

  /** Cancels all exchanges and the timer, for good. */
  void close() {
    closed = true;
    CompletableFuture<Void> current = timer;
    if (current != null) {
      current.cancel(true);
    }
    underWay.forEach(exchange -> exchange.cancel(true));
  }

  private void watch() {
    if (!watching.get() && watching.compareAndSet(false, true)) {
      set(nanos);
    }
  }

  private void set(long nanosFromNow) {
    try {
      CompletableFuture<Void> next = pause.pauseAsync(Duration.ofNanos(nanosFromNow));
      timer = next;
      next.whenComplete((past, thrown) -> passed(thrown));
      if (closed) {
        next.cancel(true);
      }
    } catch (RuntimeException | Error unset) {
      passed(unset);
    }
  }

  private void passed(@Nullable Throwable thrown) {
    if (thrown == null) {
      look();
    } else if (!closed) {
      endAll(thrown);
    }
  }

  /** An exchange without a deadline might never end; the next one sets the timer again. */
  private void endAll(Throwable why) {
    watching.set(false);
    underWay.forEach(exchange -> exchange.end(why));
  }

  private void look() {
    long earliest = nanos;
    try {
      earliest = expired();
    } finally {
      goOn(earliest);
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

  private void goOn(long earliest) {
    if (earliest < Long.MAX_VALUE) {
      set(earliest);
      return;
    }
    watching.set(false);
    if (!underWay.isEmpty()) {
      // One that has begun since has seen the timer set.
      watch();
    }
  }
}
