package io.github.fetchcharacters.terminal;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Draws the progress of a run on one line: {@code 45% [==== ] 45/100 (0:00:03 / 0:00:04) 14/s}. The
 * times are the elapsed one and the remaining one, {@code ?} where unknown. The library would draw
 * on a thread of its own at intervals; here it draws on the calling thread, with each call.
 */
public final class ProgressLine implements AutoCloseable {

  private final ProgressBar bar;
  private Optional<Duration> left = Optional.empty();
  private volatile @Nullable Thread caller;
  private String drawn = "";

  /**
   * Begins a line.
   *
   * @param unit follows the numbers, with a space before it; empty for none
   * @param elapsed time since the start of the run
   * @param columns length of the line
   * @param utf8 whether the terminal shows more than ASCII
   */
  public ProgressLine(String unit, Duration elapsed, int columns, boolean utf8) {
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("")
            .setUnit(unit, 1)
            .setStyle(utf8 ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
            .startsFrom(0, elapsed)
            .setEtaFunction(state -> left)
            .setConsumer(new DelegatingProgressBarConsumer(this::keep, columns))
            .continuousUpdate()
            .setUpdateIntervalMillis(Integer.MAX_VALUE)
            .build();
  }

  /**
   * Returns the current line.
   *
   * @param done number of items done
   * @param total number of all items, at least {@code done}; negative where unknown
   * @param timeLeft null where unknown
   * @param words text at the end of the line
   */
  public synchronized String draw(
      long done, long total, @Nullable Duration timeLeft, String words) {
    left = Optional.ofNullable(timeLeft);
    bar.maxHint(total).stepTo(done).setExtraMessage(words);
    caller = Thread.currentThread();
    bar.refresh();
    caller = null;
    // Without a task name the line begins with spaces.
    return drawn.strip();
  }

  private void keep(String text) {
    if (Thread.currentThread() == caller) {
      drawn = text;
    }
  }

  /**
   * Ends the library's updates of the line; keeps an interrupt, which the library would swallow.
   */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    bar.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
