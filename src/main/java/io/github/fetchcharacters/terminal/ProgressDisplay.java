package io.github.fetchcharacters.terminal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A progress line on the terminal, from its first showing to its end. Safe for many threads. */
public final class ProgressDisplay implements AutoCloseable {

  private final Streams streams;
  private final String unit;
  private volatile @Nullable ProgressLine line;
  private boolean closed;

  /** Shows nothing yet, and does not load the library of the line. */
  public ProgressDisplay(Streams streams, String unit) {
    this.streams = streams;
    this.unit = unit;
  }

  /**
   * Shows the line in place of the one before; does nothing after {@link #close}.
   *
   * @param total negative where unknown
   * @param left null where unknown
   */
  public void show(long done, long total, Duration elapsed, @Nullable Duration left, String words) {
    ProgressLine current = line(elapsed);
    String text = current.draw(done, total, left, words);
    synchronized (this) {
      if (closed) {
        current.close();
      } else {
        streams.display().show(text);
      }
    }
  }

  /** Removes the line until the next {@link #show}. */
  public void hide() {
    streams.display().show("");
  }

  /**
   * Loads the library with the first call, outside the lock, so that {@link #close} does not wait
   * for it.
   */
  private ProgressLine line(Duration elapsed) {
    ProgressLine current = line;
    if (current == null) {
      Display display = streams.display();
      TerminalSettings terminal = TerminalSettings.of(streams.environment(), display.columns());
      // A character in the last column makes some terminals wrap the line.
      current = new ProgressLine(unit, elapsed, terminal.width() - 1, terminal.utf8());
      line = current;
    }
    return current;
  }

  @Override
  public synchronized void close() {
    closed = true;
    streams.display().show("");
    ProgressLine last = line;
    if (last != null) {
      last.close();
    }
  }
}
