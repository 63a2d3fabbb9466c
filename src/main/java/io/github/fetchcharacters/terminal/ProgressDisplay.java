package io.github.fetchcharacters.terminal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A progress line on the terminal, from its first showing to its end. Safe for many threads. */
public final class ProgressDisplay implements AutoCloseable {

  private final Streams streams;
  private final String unit;
  private volatile @Nullable ProgressLine line;
  private volatile @Nullable Boolean besidePager;
  private boolean closed;

  /** Shows nothing yet, and does not load the library of the line. */
  public ProgressDisplay(Streams streams, String unit) {
    this.streams = streams;
    this.unit = unit;
  }

  /**
   * Shows the line in place of the one before; does nothing after {@link #close}, and beside a
   * pager, which has the terminal for itself.
   *
   * @param total negative where unknown
   * @param left null where unknown
   */
  public void show(long done, long total, Duration elapsed, @Nullable Duration left, String words) {
    if (isBesidePager()) {
      return;
    }
    ProgressLine current = line(elapsed);
    TerminalSettings terminal = settings(); // Anew each time: the window may have another size.
    // A character in the last column makes some terminals wrap the line.
    String text = current.draw(done, total, left, words, terminal.width() - 1);
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
      current = new ProgressLine(unit, elapsed, settings().utf8());
      line = current;
    }
    return current;
  }

  private TerminalSettings settings() {
    return TerminalSettings.of(streams.environment(), streams.display().columns());
  }

  /** Asks with the first call: the reader of the pipe may start later than this process. */
  private boolean isBesidePager() {
    Boolean known = besidePager;
    if (known == null) {
      known = !streams.outIsTerminal().getAsBoolean() && streams.display().pager().getAsBoolean();
      besidePager = known;
    }
    return known;
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
