package io.github.fetchcharacters.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * Standard error with a status line at its end. Each write to it, or {@linkplain #above above} it
 * to the same terminal, erases the line first and draws it again below. Without a line it passes on
 * every byte unchanged. Safe for use by many threads.
 */
public final class StatusLine extends OutputStream {

  /** Returns to the first column and erases all to its right (ECMA-48: EL). */
  private static final String ERASE = "\r\u001B[K";

  /**
   * Precedes the text: a terminal that has become narrower then cuts it off and does not wrap it,
   * which would leave half of it behind (DECAWM, private mode 7 of the VT100).
   */
  private static final String NO_WRAP = "\u001B[?7l";

  private static final String WRAP = "\u001B[?7h";

  private final OutputStream err;
  private volatile String text = "";
  private boolean shown;

  /** Whether the cursor is in an unfinished line, which the status line must not overwrite. */
  private boolean midLine;

  /**
   * A stream without a line.
   *
   * @param err standard error
   */
  public StatusLine(OutputStream err) {
    this.err = err;
  }

  /**
   * Shows the line in place of the one before, as soon as the cursor is at the start of a line.
   * Blocks where the stream does.
   *
   * @param line without control characters, and no longer than the terminal is wide; empty for none
   */
  public void show(String line) {
    prepare(line);
    redraw();
  }

  /** Replaces the line; the next write, even an empty one, and its flush draw it. Never blocks. */
  public void prepare(String line) {
    text = line;
  }

  private synchronized void redraw() {
    try {
      if (text.isEmpty()) {
        erase();
      } else {
        draw();
      }
      err.flush();
    } catch (IOException gone) {
      // Without standard error there is no place for a message either.
    }
  }

  private synchronized void removeLine() {
    try {
      erase();
      err.flush();
    } catch (IOException gone) {
      // As above.
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    erase();
    err.write(bytes, offset, length);
    ended(bytes, offset, length);
  }

  @Override
  public synchronized void flush() throws IOException {
    if (!shown) {
      draw();
    }
    err.flush();
  }

  /**
   * Returns another stream to the same terminal.
   *
   * @param out unbuffered; the stream throws its failures
   * @param isSameTerminal whether both share a terminal; else this method returns {@code out}
   *     itself
   */
  public OutputStream above(OutputStream out, BooleanSupplier isSameTerminal) {
    return isSameTerminal.getAsBoolean() ? new Above(out) : out;
  }

  private void draw() throws IOException {
    String line = text;
    if (!line.isEmpty() && !midLine) {
      put(ERASE + NO_WRAP + line + WRAP);
      shown = true;
    }
  }

  private void erase() throws IOException {
    if (shown) {
      put(ERASE);
      shown = false;
    }
  }

  private void put(String sequence) throws IOException {
    err.write(sequence.getBytes(StandardCharsets.UTF_8));
  }

  private void ended(byte[] bytes, int offset, int length) {
    if (length > 0) {
      midLine = bytes[offset + length - 1] != '\n';
    }
  }

  /** Removes the line while it writes. */
  private final class Above extends OutputStream {

    private final OutputStream out;

    Above(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      synchronized (StatusLine.this) {
        removeLine();
        out.write(bytes, offset, length);
        ended(bytes, offset, length);
        redraw();
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
