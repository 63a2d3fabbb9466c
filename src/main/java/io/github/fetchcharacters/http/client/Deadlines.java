package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.retry.Pause;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges in flight. Ends each that takes too long, by one timer for all of them, set to the
 * earliest end. A timer for each would be set and cancelled for nothing, which from JDK 25 on
 * (JDK-8319447) may wake a thread both times. They end on a thread of the pauses: what follows may
 * make a client or look up a name, and the JVM has one thread for all its timers. Safe for use by
 * many threads.
 */
final class Deadlines {

  private final Set<Exchange> inFlight = ConcurrentHashMap.newKeySet();
  private final long nanos;
  private final Pause pause;
  private final AtomicBoolean watching = new AtomicBoolean();
  private volatile boolean closed;

  /** The timer set last; null before the first. */
  private volatile @Nullable CompletableFuture<Void> timer;

  /**
   * @param nanos the time that each exchange has
   * @param pause lets that time pass
   */
  Deadlines(long nanos, Pause pause) {
    this.nanos = nanos;
    this.pause = pause;
  }

  /**
   * Adds an exchange that is about to start. Cancels it after {@link #close}; fails it, with all
   * others, if no timer can be set.
   */
  void add(Exchange exchange) {
    inFlight.add(exchange);
    watch();
    if (closed) {
      exchange.cancel(true);
    }
  }

  /** Whether the answer to another exchange of the same client has begun. */
  boolean anyOtherAnswers(Exchange exchange) {
    return inFlight.stream()
        .anyMatch(
            other ->
                other != exchange && other.client() == exchange.client() && other.isAnswering());
  }

  /** Removes an exchange that has ended. */
  void remove(Exchange exchange) {
    inFlight.remove(exchange);
  }

  /** Cancels all exchanges and the timer, for good. */
  void close() {
    closed = true;
    CompletableFuture<Void> current = timer;
    if (current != null) {
      current.cancel(true);
    }
    inFlight.forEach(exchange -> exchange.cancel(true));
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
      endExpired();
    } else if (!closed) {
      endAll(thrown);
    }
  }

  /** An exchange without a deadline might never end; the next one sets the timer again. */
  private void endAll(Throwable why) {
    watching.set(false);
    inFlight.forEach(exchange -> exchange.end(why));
  }

  private void endExpired() {
    long earliest = nanos;
    try {
      earliest = expired();
    } finally {
      setNext(earliest);
    }
  }

  /** Ends each exchange whose time is over; returns the nanoseconds until the next end. */
  private long expired() {
    long earliest = Long.MAX_VALUE;
    for (Exchange exchange : inFlight) {
      earliest = Math.min(earliest, exchange.expire());
    }
    return earliest;
  }

  private void setNext(long earliest) {
    if (earliest < Long.MAX_VALUE) {
      set(earliest);
      return;
    }
    watching.set(false);
    if (!inFlight.isEmpty()) {
      // An exchange that was added meanwhile has seen the timer set.
      watch();
    }
  }
}
