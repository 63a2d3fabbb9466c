package io.github.fetchcharacters.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * Standard error with a line at its end that is drawn again and again. Whatever is written here, or
 * {@linkplain #above above} it to the same terminal, takes the line away first and has it drawn
 * again below. Without a line it is the stream that it was made of, byte for byte. Safe for use by
 * many threads.
 */
public final class StatusLine extends OutputStream {

  /** Back to the first column, and nothing to its right (ECMA-48: EL). */
  private static final String ERASE = "\r\u001B[K";

  /**
   * Around the text, so that a terminal that has become narrower cuts it off and does not wrap it,
   * which would leave half of it behind (DECAWM, private mode 7 of the VT100).
   */
  private static final String NO_WRAP = "\u001B[?7l";

  private static final String WRAP = "\u001B[?7h";

  private final OutputStream err;
  private volatile String text = "";
  private boolean shown;

  /** Whether the cursor is behind something that is no line yet, which must not be drawn over. */
  private boolean midLine;

  /**
   * A stream without a line.
   *
   * @param err where it all goes
   */
  public StatusLine(OutputStream err) {
    this.err = err;
  }

  /**
   * Shows the text, in place of what was shown before; as soon as the cursor is at the start of a
   * line. It blocks where the stream does.
   *
   * @param line without control characters, and no longer than the terminal is wide; empty for none
   */
  public void show(String line) {
    prepare(line);
    redraw();
  }

  /** As {@link #show}, but from the next write on, even of nothing, and its flush; never blocks. */
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
      // There is nobody to show it to, and nobody to tell.
    }
  }

  private synchronized void takeAway() {
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
   * Another stream to the same terminal.
   *
   * @param out unbuffered; failures to write to it are thrown to who writes
   * @param isSameTerminal whether it is shown on a terminal; else the line is none of its business
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

  /** Writes with the line out of the way. */
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
        takeAway();
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
