package io.github.fetchcharacters.terminal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A progress line on the terminal, from its first showing to its end. Safe for many threads. */
public final class ProgressDisplay implements AutoCloseable {

  private final Streams streams;
  private final String unit;
  private volatile @Nullable ProgressLine line;
  private boolean over;

  /** Shows nothing yet, and loads nothing that could. */
  public ProgressDisplay(Streams streams, String unit) {
    this.streams = streams;
    this.unit = unit;
  }

  /**
   * Shows the line, in place of the one before; after the end it does nothing.
   *
   * @param total negative where it is not known
   * @param left null where it cannot be told
   */
  public void show(long done, long total, Duration elapsed, @Nullable Duration left, String words) {
    ProgressLine current = line(elapsed);
    String text = current.draw(done, total, left, words);
    synchronized (this) {
      if (over) {
        current.close();
      } else {
        streams.display().show(text);
      }
    }
  }

  /** Shows nothing for now. */
  public void hide() {
    streams.display().show("");
  }

  /** Takes its time when first called, which {@link #close} does not wait for. */
  private ProgressLine line(Duration elapsed) {
    ProgressLine current = line;
    if (current == null) {
      Display display = streams.display();
      TerminalSettings terminal = TerminalSettings.of(streams.environment(), display.columns());
      // What is written in the last column lets some terminals go to the next line.
      current = new ProgressLine(unit, elapsed, terminal.width() - 1, terminal.utf8());
      line = current;
    }
    return current;
  }

  @Override
  public synchronized void close() {
    over = true;
    streams.display().show("");
    ProgressLine last = line;
    if (last != null) {
      last.close();
    }
  }
}
