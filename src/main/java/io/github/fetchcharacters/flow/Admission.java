package io.github.fetchcharacters.flow;

import io.github.fetchcharacters.retry.Drain;
import io.github.fetchcharacters.retry.Pause;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The line in front of a {@link Window}, and the places inside. It holds its lock for its own
 * bookkeeping and the clock alone, never while it calls a {@link Place.Waiter}. Safe for use by
 * many threads.
 */
final class Admission {

  // Not synchronized: a virtual thread that waits in a monitor holds its carrier until JDK 24.
  private final ReentrantLock lock = new ReentrantLock();
  private final NavigableSet<Place> waiting = new TreeSet<>();
  private final Set<Place> inside = new TreeSet<>();
  private final AtomicLong arrivals = new AtomicLong();
  private final Drain drain = new Drain(this::admitAll);
  private final Congestion congestion;
  private final BooleanSupplier alone;
  private final Opening opening;
  private final LongSupplier nanoTime;

  /** The one that was admitted alone and is still inside. */
  private @Nullable Place probe;

  /** Reads the congestion, or adds to it, given the time. */
  interface Step<T> {
    T take(Congestion congestion, long now);
  }

  /** See {@link Window}. */
  Admission(Congestion congestion, BooleanSupplier alone, Pause pause, LongSupplier nanoTime) {
    this.congestion = congestion;
    this.alone = alone;
    this.opening = new Opening(pause, drain::request, this::refuseAll);
    this.nanoTime = nanoTime;
  }

  /** Makes a place, which is not in the line yet. */
  Place place(int attempt, Place.Waiter waiter) {
    return new Place(attempt, arrivals.getAndIncrement(), waiter);
  }

  /** Adds a place to the line; its turn may come at once. */
  void enter(Place place) {
    locked(() -> waiting.add(place));
    drain.request();
  }

  /** Gives a place up, whether it waits or is inside; does nothing if it is neither. */
  void leave(Place place) {
    if (locked(() -> waiting.remove(place))) {
      cancelOpeningIfUnwanted();
    } else if (locked(() -> left(place))) {
      drain.request();
    }
  }

  private boolean left(Place place) {
    boolean wasInside = inside.remove(place);
    if (wasInside) {
      congestion.leave();
      probe = place.equals(probe) ? null : probe;
    }
    return wasInside;
  }

  /** Empty if the server has asked for a pause since: the place goes back to the line's end. */
  Optional<Window.Permit> permit(Place place) {
    return with(
        (state, now) ->
            state.pausedFor(now) > 0
                ? Optional.empty()
                : Optional.of(new Window.Permit(place, now)));
  }

  /** Takes a step under the lock. */
  <T> T with(Step<T> step) {
    return locked(() -> step.take(congestion, nanoTime.getAsLong()));
  }

  /**
   * Admits as many as there is room for; an admission may request the next drain at once. A failure
   * here would recur for each place; refused, none of them waits for ever.
   */
  private void admitAll() {
    try {
      for (Place next = admit(); next != null; next = admit()) {
        next.waiter().admitted();
      }
      drainWhenOpen();
    } catch (RuntimeException | Error broken) {
      refuseAll(broken);
    }
  }

  private @Nullable Place admit() {
    boolean single = alone.getAsBoolean();
    return locked(
        () -> {
          long now = nanoTime.getAsLong();
          boolean room = congestion.admits(now) && (probe == null || !single);
          return room ? admitted(waiting.pollFirst(), single, now) : null;
        });
  }

  private @Nullable Place admitted(@Nullable Place next, boolean single, long now) {
    if (next != null) {
      inside.add(next);
      congestion.enter(now);
      probe = single ? next : probe;
    }
    return next;
  }

  private void refuseAll(Throwable why) {
    List<Place> refused =
        locked(
            () -> {
              List<Place> all = new ArrayList<>(waiting);
              waiting.clear();
              return all;
            });
    refused.forEach(place -> place.waiter().refused(why));
  }

  /**
   * Sets a timer if places wait for a closed window to open; the line may be empty again by then.
   */
  private void drainWhenOpen() {
    long closed = locked(this::closedForWaiting);
    if (closed > 0) {
      opening.schedule(closed);
      cancelOpeningIfUnwanted();
    }
  }

  /** Nanoseconds until the window opens; zero if nothing waits or a timer is set. */
  private long closedForWaiting() {
    boolean nothing = waiting.isEmpty() || opening.isScheduled();
    return nothing ? 0 : congestion.closedFor(nanoTime.getAsLong());
  }

  private void cancelOpeningIfUnwanted() {
    if (locked(waiting::isEmpty)) {
      opening.cancel();
    }
  }

  private <T extends @Nullable Object> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
