package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.compare.measurement.RoundListener;
import io.github.fetchcharacters.compare.measurement.Rounds;
import io.github.fetchcharacters.terminal.Display;
import io.github.fetchcharacters.terminal.ProgressDisplay;
import io.github.fetchcharacters.terminal.Streams;
import java.time.Duration;

/**
 * Shows which turn of a comparison is under way. It draws between the turns alone, on the thread
 * that measures: while a turn is measured nothing here runs.
 */
final class CompareProgress implements RoundListener, AutoCloseable {

  private final Display display;
  private final ProgressDisplay line;
  private final int subjects;
  private final Rounds rounds;
  private final long start;
  private int turns;

  /**
   * Shows nothing before the first turn.
   *
   * @param subjects turns of a round
   */
  CompareProgress(Streams streams, int subjects, Rounds rounds) {
    this.display = streams.display();
    this.line = new ProgressDisplay(streams, " turns");
    this.subjects = subjects;
    this.rounds = rounds;
    this.start = display.ticks().nanos();
  }

  @Override
  public void next(boolean warmup, int round, String label) {
    long elapsed = display.ticks().nanos() - start;
    int total = total();
    // Modes differ: before a whole round the rest is unknown.
    Duration left =
        total < 0 || turns < subjects ? null : Duration.ofNanos(elapsed / turns * (total - turns));
    line.show(turns, total, Duration.ofNanos(elapsed), left, inWords(warmup, round) + ", " + label);
    turns++;
  }

  /** All turns; -1 where the times decide. */
  private int total() {
    Integer warmup = rounds.warmup();
    Integer counted = rounds.counted();
    return warmup == null || counted == null ? -1 : subjects * (warmup + counted);
  }

  private String inWords(boolean warmup, int round) {
    Integer of = warmup ? rounds.warmup() : rounds.counted();
    return (warmup ? "warm-up " : "round ") + round + (of == null ? "" : " of " + of);
  }

  /** Leaves nothing of it on the terminal. */
  @Override
  public void close() {
    line.close();
  }
}
