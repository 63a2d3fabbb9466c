package io.github.fetchcharacters.process;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Writes lines to standard error on a thread of its own, in the order they came. So no thread waits
 * for the reader of standard error: a thread of the HTTP client that did would hold up every
 * connection. Results wait for the lines before them ({@link #awaitWritten}), which keeps the order
 * on a terminal, and a long log from growing. Safe for use by many threads.
 */
public final class MessageQueue {

  /** An empty line: the flush after it makes the stream draw its status line. */
  private static final byte[] NOTHING = {};

  private final OutputStream err;
  private final long timeout;
  private final PendingLines pending;
  private long added;
  private long written;

  /** Time of the last written line, or of the first after a pause; {@link System#nanoTime}. */
  private long progress;

  private boolean started;

  /**
   * An empty queue; its thread starts with the first line.
   *
   * @param err receives the lines
   * @param timeout max wait for a line while no other is written either
   * @param maxBytes max size of the pending lines; the queue leaves out and counts all beyond
   */
  public MessageQueue(OutputStream err, Duration timeout, int maxBytes) {
    this.err = err;
    this.timeout = timeout.toNanos();
    this.pending = new PendingLines(maxBytes);
  }

  /** Returns a stream that adds each line once it is whole. */
  public OutputStream lines() {
    return new LineStream(this::add);
  }

  /** Requests a flush behind the pending lines, unless one is pending there already. */
  public synchronized void requestFlush() {
    // The thread may be writing the first line already.
    if (pending.size() < 2 || pending.last() != NOTHING) {
      put(NOTHING);
    }
  }

  private synchronized void add(byte[] line) {
    if (pending.hasRoomFor(line)) {
      addOmitted();
      put(line);
    }
  }

  private void addOmitted() {
    byte[] note = pending.takeOmitted();
    if (note != null) {
      put(note);
    }
  }

  private void put(byte[] line) {
    if (pending.isEmpty()) {
      progress = System.nanoTime();
    }
    pending.add(line);
    added++;
    start();
    notifyAll();
  }

  private void start() {
    if (!started) {
      Thread writer = new Thread(this::write, "standard error");
      writer.setDaemon(true);
      writer.start();
      started = true;
    }
  }

  private void write() {
    try {
      while (true) {
        write(next());
        written();
      }
    } catch (InterruptedException impossible) {
      // No other code has this thread.
      Thread.currentThread().interrupt();
    }
  }

  private void write(byte[] line) {
    try {
      err.write(line);
      err.flush();
    } catch (IOException gone) {
      // Without standard error there is no place for a message either.
    }
  }

  /** Returns the first line, which stays pending until it is written. */
  private synchronized byte[] next() throws InterruptedException {
    while (pending.isEmpty()) {
      wait();
    }
    return pending.first();
  }

  private synchronized void written() {
    pending.removeFirst();
    written++;
    progress = System.nanoTime();
    if (pending.isEmpty()) {
      addOmitted();
    }
    notifyAll();
  }

  /**
   * Waits until all earlier lines are written, or the timeout passes without a written line. An
   * interrupt does not cut it short.
   */
  public void awaitWritten() {
    boolean interrupted = false;
    synchronized (this) {
      long last = added;
      for (long left = left(); written < last && left > 0; left = left()) {
        try {
          TimeUnit.NANOSECONDS.timedWait(this, left);
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private long left() {
    return timeout - (System.nanoTime() - progress);
  }
}
