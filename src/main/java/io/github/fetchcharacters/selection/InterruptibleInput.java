package io.github.fetchcharacters.selection;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose reads end when their thread is interrupted. A read of the process's own standard
 * input ignores interrupts, and would hold up the end of a run. For use by one thread, unless a
 * method says otherwise.
 */
public final class InterruptibleInput {

  /** Read in place of a byte at the end of the stream. */
  static final int END = -1;

  /** Read in place of a byte after an interrupt, at a place that need not end a token. */
  static final int INTERRUPTED = -2;

  private static final int CHUNK = 1 << 13;

  private final InputStream in;
  private final Runnable beforeWaiting;
  private final BlockingQueue<Chunk> chunks = new SynchronousQueue<>();

  /** Whether the reader has every byte of those chunks that it took. */
  private volatile boolean drained;

  /** Whether the chunk that follows is the end. */
  private volatile boolean ending;

  private @Nullable Chunk current;
  private int position;

  /**
   * The result of one read.
   *
   * @param length the number of bytes; or {@link #END} or {@link #INTERRUPTED}
   * @param failure what ended the stream early, or null
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once and compared nowhere
  private record Chunk(byte[] bytes, int length, @Nullable Throwable failure) {

    static Chunk end(@Nullable Throwable failure) {
      return new Chunk(new byte[0], END, failure);
    }

    void throwFailure() throws IOException {
      if (failure instanceof IOException lost) {
        throw lost;
      } else if (failure instanceof RuntimeException defect) {
        throw defect;
      } else if (failure instanceof Error error) {
        throw error;
      }
    }
  }

  /**
   * @param beforeWaiting runs each time before a read waits
   */
  public InterruptibleInput(InputStream in, Runnable beforeWaiting) {
    this.in = in;
    this.beforeWaiting = beforeWaiting;
  }

  /**
   * The next byte.
   *
   * @return {@link #END} at the end; {@link #INTERRUPTED} from an interrupt on, with the flag set
   * @throws IOException or any other exception or error that the stream threw
   */
  public int read() throws IOException {
    if (current == null) {
      startPump();
      current = take();
    }
    while (current.length() >= 0 && position == current.length()) {
      current = take();
      position = 0;
    }
    current.throwFailure();
    return current.length() < 0 ? current.length() : next(current);
  }

  private int next(Chunk chunk) {
    int value = chunk.bytes()[position++] & 0xFF;
    if (position == chunk.length()) {
      drained = true;
    }
    return value;
  }

  /** Whether nothing follows the bytes read; false where it is not known. Any thread may ask. */
  boolean isAtEnd() {
    return drained && ending;
  }

  private Chunk take() {
    drained = false;
    Chunk ready = chunks.poll();
    if (ready != null) {
      return ready;
    }
    beforeWaiting.run();
    try {
      return chunks.take();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Chunk(new byte[0], INTERRUPTED, null);
    }
  }

  private void startPump() {
    Thread pump = new Thread(this::pump, "standard input");
    pump.setDaemon(true);
    pump.start();
  }

  private void pump() {
    try {
      Throwable failure = handOver();
      ending = failure == null;
      chunks.put(Chunk.end(failure));
    } catch (InterruptedException noReader) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hands the whole stream over; returns what ended it early, or null. */
  private @Nullable Throwable handOver() throws InterruptedException {
    try {
      byte[] bytes = new byte[CHUNK];
      for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
        chunks.put(new Chunk(bytes, length, null));
        bytes = new byte[CHUNK];
      }
      return null;
    } catch (IOException | RuntimeException | Error failure) {
      // The reader would wait for ever for a thread that has ended.
      return failure;
    }
  }
}
