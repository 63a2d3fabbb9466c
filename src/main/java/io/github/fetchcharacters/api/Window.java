package io.github.fetchcharacters.api;

import io.github.fetchcharacters.retry.Pause;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
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

  // Not synchronized: a virtual thread that waits in a monitor holds its carrier until JDK 24.
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Queue<CompletableFuture<Void>> repeats = new ArrayDeque<>();
  private final Queue<CompletableFuture<Void>> firsts = new ArrayDeque<>();
  private final AtomicInteger drainRequests = new AtomicInteger();
  private final Congestion congestion;
  private final LongSupplier pace;
  private final Pause pause;
  private final LongSupplier nanoTime;
  private boolean opening;

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
   * @return when it was granted
   */
  long enter() throws InterruptedException {
    do {
      awaitAdmission();
      try {
        pauseFor(pace.getAsLong());
      } catch (InterruptedException interrupted) {
        leave();
        throw interrupted;
      }
    } while (leaveIfClosed());
    return nanoTime.getAsLong();
  }

  /**
   * Waits for admission without holding a thread.
   *
   * @param repeated whether the request was sent before; such go first, since the head of the line
   *     waits for them
   * @return completes with the time when it was granted
   */
  CompletableFuture<Long> enterAsync(boolean repeated) {
    CompletableFuture<Void> admitted = new CompletableFuture<>();
    locked(() -> (repeated ? repeats : firsts).add(admitted));
    drain();
    return admitted.thenCompose(in -> paced());
  }

  private CompletableFuture<Long> paced() {
    long nanos = pace.getAsLong();
    if (nanos <= 0) {
      return CompletableFuture.completedFuture(nanoTime.getAsLong());
    }
    return pause
        .pauseAsync(Duration.ofNanos(nanos))
        .thenCompose(
            in ->
                leaveIfClosed()
                    ? enterAsync(true)
                    : CompletableFuture.completedFuture(nanoTime.getAsLong()));
  }

  void leave() {
    locked(
        () -> {
          congestion.leave();
          room.signalAll();
          return true;
        });
    drain();
  }

  /**
   * Takes note of an answer that was of use; call before leaving.
   *
   * @param entered when it was admitted
   */
  void succeeded(Reply reply, long entered) {
    locked(
        () -> {
          congestion.succeeded(reply, nanoTime.getAsLong() - entered);
          return true;
        });
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

  private void awaitAdmission() throws InterruptedException {
    for (long closed = enterUnlessClosed(); closed > 0; closed = enterUnlessClosed()) {
      pauseFor(closed);
    }
  }

  /**
   * Enters as soon as there is room and returns 0; or returns for how long the window is closed.
   */
  private long enterUnlessClosed() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!congestion.admits(nanoTime.getAsLong())) {
        long closed = closedFor();
        if (closed > 0) {
          return closed;
        }
        room.await();
      }
      congestion.enter(nanoTime.getAsLong());
      return 0;
    } finally {
      lock.unlock();
    }
  }

  private void pauseFor(long nanos) throws InterruptedException {
    if (nanos > 0) {
      pause.pause(Duration.ofNanos(nanos));
    }
  }

  /** For whoever waited for the pace while the window was closed: back to the end of the line. */
  private boolean leaveIfClosed() {
    boolean closed = locked(() -> closedFor() > 0);
    if (closed) {
      leave();
    }
    return closed;
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
      for (CompletableFuture<Void> next = admit(); next != null; next = admit()) {
        next.complete(null);
      }
      seen = drainRequests.addAndGet(-seen);
    } while (seen > 0);
    drainWhenOpen();
  }

  private @Nullable CompletableFuture<Void> admit() {
    lock.lock();
    try {
      long now = nanoTime.getAsLong();
      if (nobodyWaits() || !congestion.admits(now)) {
        return null;
      }
      congestion.enter(now);
      return repeats.isEmpty() ? firsts.remove() : repeats.remove();
    } finally {
      lock.unlock();
    }
  }

  /** Sees to it that somebody drains when a closed window opens. */
  private void drainWhenOpen() {
    long closed =
        locked(
            () -> {
              long wait = nobodyWaits() || opening ? 0 : closedFor();
              opening |= wait > 0;
              return wait;
            });
    if (closed > 0) {
      pause.pauseAsync(Duration.ofNanos(closed)).thenRun(this::opened);
    }
  }

  private void opened() {
    locked(() -> opening = false);
    drain();
  }

  private boolean nobodyWaits() {
    return repeats.isEmpty() && firsts.isEmpty();
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
