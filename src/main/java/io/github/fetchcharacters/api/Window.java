package io.github.fetchcharacters.api;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many requests are in flight, in twins: {@link #enter} blocks until there is room,
 * {@link #enterAsync} returns a future. Whoever has entered must {@link #leave}. First come, first
 * served among the futures. Safe for use by many threads.
 */
public final class Window {

  // Not synchronized: a virtual thread that waits in a monitor holds its carrier until JDK 24.
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private final AtomicInteger drainRequests = new AtomicInteger();
  private final int most;
  private int inFlight;

  /**
   * @param most most requests in flight, at least 1
   * @throws IllegalArgumentException if {@code most} is below 1
   */
  public Window(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("a window admits at least one request, not " + most);
    }
    this.most = most;
  }

  void enter() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (inFlight >= most) {
        room.await();
      }
      inFlight++;
    } finally {
      lock.unlock();
    }
  }

  CompletableFuture<Void> enterAsync() {
    CompletableFuture<Void> admitted = new CompletableFuture<>();
    lock.lock();
    try {
      waiting.add(admitted);
    } finally {
      lock.unlock();
    }
    drain();
    return admitted;
  }

  void leave() {
    lock.lock();
    try {
      inFlight--;
      room.signal();
    } finally {
      lock.unlock();
    }
    drain();
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
  }

  private @Nullable CompletableFuture<Void> admit() {
    lock.lock();
    try {
      if (waiting.isEmpty() || inFlight >= most) {
        return null;
      }
      inFlight++;
      return waiting.remove();
    } finally {
      lock.unlock();
    }
  }
}
