package io.github.fetchcharacters.fetch;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The ids begun and not yet delivered, in the order of their delivery. Safe for use by one thread
 * that adds, one that takes, and many that end an id.
 */
final class Line<T> {

  private final boolean ordered;
  private final Semaphore room;

  /** Places made free at once, since each time wakes the thread that adds. */
  private final int batch;

  private final BlockingDeque<Slot<T>> slots = new LinkedBlockingDeque<>();

  /** The ids that take their places when they have ended, in the order begun. */
  private final Set<Slot<T>> unplaced = new LinkedHashSet<>();

  private @Nullable Slot<T> end;
  private boolean stopped;
  private int delivered;

  /**
   * @param max max ids begun and not yet delivered, at least 1
   * @param ordered whether an id takes its place when it begins, or else when it ends
   */
  Line(int max, boolean ordered) {
    this.ordered = ordered;
    this.room = new Semaphore(max);
    this.batch = Math.max(1, max / 8);
  }

  /** Blocks until there is room for a further id. */
  void awaitRoom() throws InterruptedException {
    room.acquire();
  }

  /** Adds an id, whose work is not started yet; false if the line is stopped. */
  boolean add(Slot.Pending<T> pending) {
    boolean added = addUnlessStopped(pending);
    if (added && !ordered) {
      pending.whenEnded(() -> ended(pending));
    }
    return added;
  }

  private synchronized boolean addUnlessStopped(Slot<T> pending) {
    if (!stopped) {
      (ordered ? slots : unplaced).add(pending);
    }
    return !stopped;
  }

  private synchronized void ended(Slot<T> pending) {
    if (unplaced.remove(pending)) {
      slots.add(pending);
      endWhenComplete();
    }
  }

  /** Adds the end, behind all ids. */
  synchronized void end(Slot<T> last) {
    end = last;
    endWhenComplete();
  }

  private void endWhenComplete() {
    if (end != null && unplaced.isEmpty()) {
      slots.add(end);
    }
  }

  /** Takes the head of the line; null if there is none now. */
  @Nullable Slot<T> poll() {
    return slots.poll();
  }

  /** Takes the head of the line; blocks while there is none. */
  Slot<T> take() throws InterruptedException {
    return slots.take();
  }

  /** Returns a head that was taken and not delivered. */
  void putBack(Slot<T> head) {
    slots.addFirst(head);
  }

  /** Counts an id that was delivered, and makes room for another. */
  void delivered() {
    delivered++;
    if (delivered % batch == 0) {
      room.release(batch);
    }
  }

  /** Takes no further id and cancels all, the last first: the first would make room for them. */
  void stop() {
    close();
    slots.descendingIterator().forEachRemaining(Slot::cancel);
  }

  /**
   * Takes no further id, and cancels those that would be delivered behind one. May run on any
   * thread.
   */
  void stopBehind(Slot<T> last) {
    close();
    for (Slot<T> slot : (Iterable<Slot<T>>) slots::descendingIterator) {
      if (slot == last) {
        return;
      }
      slot.cancel();
    }
  }

  private synchronized void close() {
    stopped = true;
    // Not as they end: the last of them may end after the line is read for the last time.
    slots.addAll(unplaced);
    unplaced.clear();
  }
}
