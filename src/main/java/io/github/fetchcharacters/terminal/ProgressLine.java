package io.github.fetchcharacters.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Draws the progress of a run on one line: {@code 45% [==== ] 45/100 (0:00:03 / 0:00:04) 14/s}. The
 * times are the elapsed one and the remaining one, {@code ?} where unknown. The library would draw
 * on a thread of its own at intervals; here it draws on the calling thread, with each call. Safe
 * for use by many threads.
 */
public final class ProgressLine implements AutoCloseable {

  /** A shorter bar shows too little: another field gives way to it. */
  private static final int MIN_BAR = 10;

  /** Columns in which every field has room. */
  private static final int AMPLE = 1000;

  private static final Pattern TIMES = Pattern.compile(" \\([0-9:]+ / [0-9:?]+\\)");

  private static final Pattern BAR = Pattern.compile("(?s)(?:\\[.*\\]|\\|.*\\|)");

  private final ProgressBar bar;
  private Optional<Duration> left = Optional.empty();
  private volatile @Nullable Thread caller;
  private volatile int columns;
  private String drawn = "";

  /**
   * Begins a line.
   *
   * @param unit follows the numbers, with a space before it; empty for none
   * @param elapsed time since the start of the run
   * @param utf8 whether the terminal shows more than ASCII
   */
  public ProgressLine(String unit, Duration elapsed, boolean utf8) {
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("")
            .setUnit(unit, 1)
            .setStyle(utf8 ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
            .startsFrom(0, elapsed)
            .setEtaFunction(state -> left)
            .setConsumer(
                new DelegatingProgressBarConsumer(this::keep, AMPLE) {
                  @Override
                  public int getMaxRenderedLength() {
                    return columns;
                  }
                })
            .continuousUpdate()
            .setUpdateIntervalMillis(Integer.MAX_VALUE)
            .build();
  }

  /**
   * Returns the current line. Where it is too narrow, whole fields give way: the last of the words
   * first, the times, and at last the bar.
   *
   * @param done number of items done
   * @param total number of all items, at least {@code done}; negative where unknown
   * @param timeLeft null where unknown
   * @param words text at the end of the line, with commas between its parts; what has failed stays
   *     longest
   * @param width columns of the line
   */
  public synchronized String draw(
      long done, long total, @Nullable Duration timeLeft, String words, int width) {
    left = Optional.ofNullable(timeLeft);
    bar.maxHint(total).stepTo(done);
    List<String> parts = new ArrayList<>(List.of(words.split(", ")));
    String whole = rendered(parts, AMPLE);
    while (isTooWide(whole, width) && removeLast(parts)) {
      whole = rendered(parts, AMPLE);
    }
    Matcher times = TIMES.matcher(whole);
    int removable = isTooWide(whole, width) && times.find() ? times.group().length() : 0;
    if (fixed(whole) - removable + MIN_BAR <= width) {
      String line = rendered(parts, width + removable);
      return removable == 0 ? line : TIMES.matcher(line).replaceFirst("");
    }
    String bare = TIMES.matcher(BAR.matcher(whole).replaceFirst("")).replaceFirst("");
    String line = bare.replaceAll(" +", " ");
    return line.substring(0, Math.min(Math.max(0, width), line.length()));
  }

  /** Removes the last part that counts no failures; false without one. */
  private static boolean removeLast(List<String> parts) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (!parts.get(i).endsWith(" failed")) {
        parts.remove(i);
        return true;
      }
    }
    return false;
  }

  private static boolean isTooWide(String line, int width) {
    return fixed(line) + MIN_BAR > width;
  }

  /** The columns of all fields but what is between the ends of the bar. */
  private static int fixed(String line) {
    Matcher bar = BAR.matcher(line);
    return bar.find() ? line.length() - bar.group().length() + 2 : line.length();
  }

  private String rendered(List<String> words, int width) {
    columns = width;
    bar.setExtraMessage(String.join(", ", words));
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
