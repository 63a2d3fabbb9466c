package io.github.fetchcharacters.terminal;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Draws how far a run is, on one line: {@code 45% [==== ] 45/100 (0:00:03 / 0:00:04) 14/s}. The
 * times are that since the start, and that which is left or {@code ?}. The library draws on a
 * thread of its own, now and then; here it does so when it is asked, on the thread that asks.
 */
public final class ProgressLine implements AutoCloseable {

  private final ProgressBar bar;
  private Optional<Duration> left = Optional.empty();
  private volatile @Nullable Thread asking;
  private String drawn = "";

  /**
   * Begins a line.
   *
   * @param unit what stands behind the numbers, with a space before it; empty for nothing
   * @param elapsed how long the run takes already
   * @param columns how long the line is
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
   * The line for now.
   *
   * @param done how much is done
   * @param total of how much, at least {@code done}; negative where that is not known
   * @param timeLeft null where it cannot be told
   * @param words what else to say
   */
  public synchronized String draw(
      long done, long total, @Nullable Duration timeLeft, String words) {
    left = Optional.ofNullable(timeLeft);
    bar.maxHint(total).stepTo(done).setExtraMessage(words);
    asking = Thread.currentThread();
    bar.refresh();
    asking = null;
    // Without a name for the task it begins with spaces.
    return drawn.strip();
  }

  private void keep(String text) {
    if (Thread.currentThread() == asking) {
      drawn = text;
    }
  }

  /** Lets the library's thread forget it; keeps an interrupt, which the library would swallow. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    bar.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
