package io.github.fetchcharacters.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Lines for standard error, written by a thread of their own in the order they came. So nobody
 * waits for whoever reads standard error, or does not: a thread of the HTTP client that did would
 * hold up every connection. Results wait for the lines before them ({@link #awaitWritten}), which
 * keeps the order on a terminal, and a long log from growing. Safe for use by many threads.
 */
public final class MessageQueue {

  /** Has the stream flushed, and with it what it draws anew then. */
  private static final byte[] NOTHING = {};

  private final OutputStream err;
  private final long patience;
  private final int maxBytes;
  private final Deque<byte[]> lines = new ArrayDeque<>();
  private long bytes;
  private long added;
  private long written;

  /** Lines that were too many since the last that was not. */
  private int omitted;

  /** When a line was written last, or came when there was none; {@link System#nanoTime}. */
  private long moved;

  private boolean started;

  /**
   * An empty queue; its thread starts with the first line.
   *
   * @param err where the lines go
   * @param patience how long a line is waited for while no other is written either
   * @param maxBytes most that is held; what comes then is left out, and counted
   */
  public MessageQueue(OutputStream err, Duration patience, int maxBytes) {
    this.err = err;
    this.patience = patience.toNanos();
    this.maxBytes = maxBytes;
  }

  /** A stream whose lines are taken when they are whole. */
  public OutputStream lines() {
    return new Lines();
  }

  /**
   * Writes nothing, behind the lines that came before, and flushes. Where this is still to come for
   * an earlier call it does not come twice.
   */
  public synchronized void touch() {
    // The first one may be under way already.
    if (lines.size() < 2 || lines.peekLast() != NOTHING) {
      put(NOTHING);
    }
  }

  private synchronized void add(byte[] line) {
    if (bytes + line.length > maxBytes) {
      omitted++;
      return;
    }
    addOmitted();
    put(line);
  }

  private void addOmitted() {
    if (omitted > 0) {
      String note =
          "fetch-characters: " + omitted + " lines left out: standard error was not read\n";
      omitted = 0;
      put(note.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void put(byte[] line) {
    if (lines.isEmpty()) {
      moved = System.nanoTime();
    }
    lines.add(line);
    bytes += line.length;
    added++;
    start();
    notifyAll();
  }

  private void start() {
    if (!started) {
      started = true;
      Thread writer = new Thread(this::write, "standard error");
      writer.setDaemon(true);
      writer.start();
    }
  }

  private void write() {
    try {
      while (true) {
        write(next());
        written();
      }
    } catch (InterruptedException impossible) {
      // Nobody has this thread.
      Thread.currentThread().interrupt();
    }
  }

  private void write(byte[] line) {
    try {
      err.write(line);
      err.flush();
    } catch (IOException gone) {
      // There is nobody to tell.
    }
  }

  /** The first line, which stays until it is written. */
  private synchronized byte[] next() throws InterruptedException {
    while (lines.isEmpty()) {
      wait();
    }
    return lines.element();
  }

  private synchronized void written() {
    bytes -= lines.remove().length;
    written++;
    moved = System.nanoTime();
    if (lines.isEmpty()) {
      addOmitted();
    }
    notifyAll();
  }

  /**
   * Waits until all lines that came before are written, or none has been for as long as the
   * patience lasts. An interrupt does not cut it short.
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
    return patience - (System.nanoTime() - moved);
  }

  /** Holds a line back until it ends. */
  private final class Lines extends OutputStream {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] text, int offset, int length) {
      line.write(text, offset, length);
      if (length > 0 && text[offset + length - 1] == '\n') {
        add(line.toByteArray());
        line.reset();
      }
    }
  }
}
