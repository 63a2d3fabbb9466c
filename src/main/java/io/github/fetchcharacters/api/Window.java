package io.github.fetchcharacters.api;

import io.github.fetchcharacters.retry.Pause;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Admits requests to the network, in twins: {@link #enter} blocks until there is room, {@link
 * #enterAsync} returns a future. Whoever has entered must {@link #leave}. What the admission
 * depends on, the number in flight and what the server said of its load, is one {@link Congestion}
 * for both. Safe for use by many threads.
 */
public final class Window {

  /** Orders by attempt, the latest first: it is some id's last chance; then by arrival. */
  private static final Comparator<Waiter> LATEST_ATTEMPT_FIRST =
      Comparator.comparingInt((Waiter waiter) -> -waiter.attempt())
          .thenComparingLong(Waiter::number);

  // Not synchronized: a virtual thread that waits in a monitor holds its carrier until JDK 24.
  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Waiter> waiting = new PriorityQueue<>(LATEST_ATTEMPT_FIRST);
  private final AtomicInteger drainRequests = new AtomicInteger();
  private final Congestion congestion;
  private final LongSupplier pace;
  private final Pause pause;
  private final LongSupplier nanoTime;
  private long arrivals;
  private boolean opening;

  /** Somebody at the door. */
  private record Waiter(int attempt, long number, Runnable admitted) {}

  /**
   * Makes an open window.
   *
   * @param congestion the state that decides; this window's alone from now on
   * @param pace reserves the start of the next request and says how many nanoseconds from now it
   *     is; zero or less for at once
   * @param pause lets the waits pass
   * @param nanoTime a clock in nanoseconds, as {@link System#nanoTime}
   */
  public Window(Congestion congestion, LongSupplier pace, Pause pause, LongSupplier nanoTime) {
    this.congestion = congestion;
    this.pace = pace;
    this.pause = pause;
    this.nanoTime = nanoTime;
  }

  /**
   * A window that only bounds the requests in flight, and pauses when a server asks for it.
   *
   * @param most most requests in flight, at least 1
   */
  public static Window of(int most) {
    return new Window(new Congestion(most), () -> 0, Pause.real(), System::nanoTime);
  }

  /**
   * Waits for admission.
   *
   * @param attempt which attempt asks, from 1; a later one goes first
   * @return when it was granted
   */
  long enter(int attempt) throws InterruptedException {
    do {
      CountDownLatch admitted = new CountDownLatch(1);
      Waiter waiter = queue(attempt, admitted::countDown);
      try {
        admitted.await();
        pauseFor(pace.getAsLong());
      } catch (InterruptedException interrupted) {
        abandon(waiter);
        throw interrupted;
      }
    } while (leaveIfPaused());
    return nanoTime.getAsLong();
  }

  /**
   * Waits for admission without holding a thread.
   *
   * @param attempt which attempt asks, from 1; a later one goes first
   * @return completes with the time when it was granted
   */
  CompletableFuture<Long> enterAsync(int attempt) {
    CompletableFuture<Void> admitted = new CompletableFuture<>();
    queue(attempt, () -> admitted.complete(null));
    return admitted.thenCompose(in -> paced(attempt));
  }

  private CompletableFuture<Long> paced(int attempt) {
    long nanos = pace.getAsLong();
    if (nanos <= 0) {
      return CompletableFuture.completedFuture(nanoTime.getAsLong());
    }
    return pause
        .pauseAsync(Duration.ofNanos(nanos))
        .thenCompose(
            in ->
                leaveIfPaused()
                    ? enterAsync(attempt)
                    : CompletableFuture.completedFuture(nanoTime.getAsLong()));
  }

  private Waiter queue(int attempt, Runnable admitted) {
    Waiter waiter = add(attempt, admitted);
    drain();
    return waiter;
  }

  private Waiter add(int attempt, Runnable admitted) {
    lock.lock();
    try {
      Waiter last = new Waiter(attempt, arrivals++, admitted);
      waiting.add(last);
      return last;
    } finally {
      lock.unlock();
    }
  }

  private void abandon(Waiter waiter) {
    if (!locked(() -> waiting.remove(waiter))) {
      leave();
    }
  }

  void leave() {
    lock.lock();
    try {
      congestion.leave();
    } finally {
      lock.unlock();
    }
    drain();
  }

  /**
   * Takes note of an answer that was of use; call before leaving.
   *
   * @param entered when it was admitted
   */
  void succeeded(Reply reply, long entered) {
    lock.lock();
    try {
      congestion.succeeded(reply, nanoTime.getAsLong() - entered);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes note of what the server said of its load; call before leaving.
   *
   * @param entered when the request was admitted
   * @return for how long this closes the window, which was open; empty if it does not
   */
  Optional<Duration> heed(ApiException failure, long entered) {
    return locked(() -> congestion.failed(failure, entered, nanoTime.getAsLong()));
  }

  private void pauseFor(long nanos) throws InterruptedException {
    if (nanos > 0) {
      pause.pause(Duration.ofNanos(nanos));
    }
  }

  /**
   * For whoever waited for the pace while the server asked for a pause: back to the end of the
   * line.
   */
  private boolean leaveIfPaused() {
    boolean paused = locked(() -> congestion.pausedFor(nanoTime.getAsLong()) > 0);
    if (paused) {
      leave();
    }
    return paused;
  }

  /**
   * Admits as many as there is room for. One thread at a time: what an admission sets off may lead
   * back here at once, and would overflow the stack if it were served there.
   */
  private void drain() {
    if (drainRequests.getAndIncrement() > 0) {
      return;
    }
    int seen = 1;
    do {
      for (Waiter next = admit(); next != null; next = admit()) {
        next.admitted().run();
      }
      seen = drainRequests.addAndGet(-seen);
    } while (seen > 0);
    drainWhenOpen();
  }

  private @Nullable Waiter admit() {
    lock.lock();
    try {
      long now = nanoTime.getAsLong();
      if (waiting.isEmpty() || !congestion.admits(now)) {
        return null;
      }
      congestion.enter(now);
      return waiting.remove();
    } finally {
      lock.unlock();
    }
  }

  /** Sees to it that somebody drains when a closed window opens. */
  private void drainWhenOpen() {
    long closed = takeOpening();
    if (closed > 0) {
      pause.pauseAsync(Duration.ofNanos(closed)).thenRun(this::opened);
    }
  }

  /** For how long the window is closed, if nobody waits for that yet; zero for nothing to do. */
  private long takeOpening() {
    lock.lock();
    try {
      long wait = waiting.isEmpty() || opening ? 0 : closedFor();
      opening |= wait > 0;
      return wait;
    } finally {
      lock.unlock();
    }
  }

  private void opened() {
    locked(() -> opening = false);
    drain();
  }

  private long closedFor() {
    return congestion.closedFor(nanoTime.getAsLong());
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
