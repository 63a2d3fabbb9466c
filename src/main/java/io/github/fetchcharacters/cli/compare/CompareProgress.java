package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.compare.Subject;
import io.github.fetchcharacters.compare.Work;
import io.github.fetchcharacters.terminal.Display;
import io.github.fetchcharacters.terminal.ProgressDisplay;
import io.github.fetchcharacters.terminal.Streams;
import java.time.Duration;
import java.util.List;

/**
 * Shows which turn of a comparison is under way. It draws between the turns alone, on the thread
 * that measures: while a turn is measured nothing here runs.
 */
final class CompareProgress implements AutoCloseable {

  private final Display display;
  private final ProgressDisplay line;
  private final int subjects;
  private final int warmup;
  private final int runs;
  private final long start;
  private int turns;

  /**
   * Shows nothing before the first turn.
   *
   * @param subjects turns of a round
   */
  CompareProgress(Streams streams, int subjects, int warmup, int runs) {
    this.display = streams.display();
    this.line = new ProgressDisplay(streams, " turns");
    this.subjects = subjects;
    this.warmup = warmup;
    this.runs = runs;
    this.start = display.ticks().nanos();
  }

  /** The same subjects, each of whose turns is shown when it gets ready. */
  List<Subject> shown(List<? extends Subject> measured) {
    return measured.stream().<Subject>map(Shown::new).toList();
  }

  private void next(String mode) {
    long elapsed = display.ticks().nanos() - start;
    int total = subjects * (warmup + runs);
    // Modes differ: before a whole round nobody knows.
    Duration left = turns < subjects ? null : Duration.ofNanos(elapsed / turns * (total - turns));
    line.show(turns, total, Duration.ofNanos(elapsed), left, round(turns / subjects) + ", " + mode);
    turns++;
  }

  private String round(int rounds) {
    return rounds < warmup
        ? "warm-up " + (rounds + 1) + " of " + warmup
        : "round " + (rounds - warmup + 1) + " of " + runs;
  }

  /** Leaves nothing of it on the terminal. */
  @Override
  public void close() {
    line.close();
  }

  private final class Shown implements Subject {

    private final Subject subject;

    Shown(Subject subject) {
      this.subject = subject;
    }

    @Override
    public String mode() {
      return subject.mode();
    }

    @Override
    public void prepare() {
      next(subject.mode());
      subject.prepare();
    }

    @Override
    public void run() {
      subject.run();
    }

    @Override
    public Work work() {
      return subject.work();
    }
  }
}
