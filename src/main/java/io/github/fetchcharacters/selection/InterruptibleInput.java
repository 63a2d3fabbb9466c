package io.github.fetchcharacters.selection;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;

/**
 * A stream that ends when its reader is interrupted. A read of the process's own standard input
 * ignores interrupts, and would hold up the end of a run. For use by one thread.
 */
public final class InterruptibleInput {

  private static final int CHUNK = 1 << 13;

  private final InputStream in;
  private final Runnable beforeWaiting;
  private final BlockingQueue<Chunk> chunks = new SynchronousQueue<>();
  private @Nullable Chunk current;
  private int position;

  /**
   * The result of one read.
   *
   * @param length as of {@link InputStream#read(byte[])}, negative at the end
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once and compared nowhere
  private record Chunk(byte[] bytes, int length, @Nullable IOException failure) {

    static Chunk from(InputStream in) {
      byte[] bytes = new byte[CHUNK];
      try {
        return new Chunk(bytes, in.read(bytes), null);
      } catch (IOException failure) {
        return new Chunk(bytes, -1, failure);
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
   * @return negative at the end, or with the interrupt flag set
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
    if (current.failure() != null) {
      throw current.failure();
    }
    return current.length() < 0 ? -1 : current.bytes()[position++] & 0xFF;
  }

  private Chunk take() {
    Chunk ready = chunks.poll();
    if (ready != null) {
      return ready;
    }
    beforeWaiting.run();
    try {
      return chunks.take();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Chunk(new byte[0], -1, null);
    }
  }

  private void startPump() {
    Thread pump = new Thread(this::pump, "standard input");
    pump.setDaemon(true);
    pump.start();
  }

  private void pump() {
    try {
      Chunk chunk;
      do {
        chunk = Chunk.from(in);
        chunks.put(chunk);
      } while (chunk.length() >= 0);
    } catch (InterruptedException noReader) {
      Thread.currentThread().interrupt();
    }
  }
}
