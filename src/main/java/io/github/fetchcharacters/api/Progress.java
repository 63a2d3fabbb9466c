package io.github.fetchcharacters.api;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How a client gets on: its tasks, and the bytes of answers. Safe for use by many threads. */
final class Progress {

  /** A task reads what has come and passes it on, which takes milliseconds. */
  private static final long MAX_TASK_NANOS = Duration.ofSeconds(1).toNanos();

  /** Most tasks without a byte of any answer; a handshake takes some twenty. */
  private static final int MAX_IDLE_TASKS = 1000;

  private final AtomicInteger idleTasks = new AtomicInteger();
  private volatile boolean working;
  private volatile long workingSince;
  private volatile long movedAt = System.nanoTime();

  /** Runs a task of the client on this thread, one at a time. */
  void watch(Runnable task) {
    workingSince = System.nanoTime();
    working = true;
    try {
      task.run();
    } finally {
      working = false;
      idleTasks.incrementAndGet();
    }
  }

  /** Notes that bytes of an answer have come. */
  void moved() {
    movedAt = System.nanoTime();
    idleTasks.set(0);
  }

  /** Whether no byte of any answer has come for so long. */
  boolean stalledFor(Duration time) {
    return System.nanoTime() - movedAt > time.toNanos();
  }

  /** Whether the client works without end and no byte of any answer comes of it. */
  boolean isHung() {
    long now = System.nanoTime();
    boolean stuck =
        working && now - workingSince > MAX_TASK_NANOS && now - movedAt > MAX_TASK_NANOS;
    return stuck || idleTasks.get() > MAX_IDLE_TASKS;
  }
}
