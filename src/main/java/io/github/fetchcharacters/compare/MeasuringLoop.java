package io.github.fetchcharacters.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has every mode do the work once a round, in the orders of a Williams design: each mode has each
 * place, and follows each other mode, equally often, so that all share a drift of the server and
 * what a mode leaves behind for the next one. For one thread.
 */
public final class MeasuringLoop {

  private final Clocks clocks;
  private final EqualWork equalWork;
  private final RoundListener listener;

  /**
   * Makes a loop.
   *
   * @param equalWork compares what the modes brought
   * @param listener hears which turn is next
   */
  public MeasuringLoop(Clocks clocks, EqualWork equalWork, RoundListener listener) {
    this.clocks = clocks;
    this.equalWork = equalWork;
    this.listener = listener;
  }

  /**
   * Measures on this thread.
   *
   * @param subjects at least one
   * @param rounds how many
   * @param reference the mode that the others are compared with, one of the subjects'
   * @return a series for each subject, in their order
   * @throws UnequalWorkException after the first round in which a mode failed or the modes brought
   *     different records, warm-up included
   */
  public List<Series> measure(List<? extends Subject> subjects, Rounds rounds, String reference) {
    Run run = new Run(subjects);
    List<List<Turn>> warmups = emptyLists(subjects.size());
    long start = clocks.wall().getAsLong();
    while (!rounds.areWarm(warmups, secondsSince(start))) {
      run.round(true, warmups);
    }
    List<List<Turn>> turns = emptyLists(subjects.size());
    int place = subjects.stream().map(Subject::mode).toList().indexOf(reference);
    start = clocks.wall().getAsLong();
    while (!rounds.areEnough(turns, place, secondsSince(start))) {
      run.round(false, turns);
    }
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      series.add(new Series(subjects.get(i).mode(), warmups.get(i), turns.get(i)));
    }
    return series;
  }

  private double secondsSince(long start) {
    return (clocks.wall().getAsLong() - start) / 1e9;
  }

  private static List<List<Turn>> emptyLists(int count) {
    List<List<Turn>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  /** The rounds of one measurement. */
  private final class Run {

    private final List<? extends Subject> subjects;
    private final List<List<Integer>> orders;
    private int rounds;
    private @Nullable Work first;
    private String firstRound = "";

    Run(List<? extends Subject> subjects) {
      this.subjects = subjects;
      this.orders = WilliamsDesign.of(subjects.size());
    }

    void round(boolean warmup, List<List<Turn>> turns) {
      List<Integer> order = orders.get(rounds++ % orders.size());
      int number = turns.get(0).size() + 1;
      Map<String, Work> works = new LinkedHashMap<>();
      for (int position = 1; position <= order.size(); position++) {
        int index = order.get(position - 1);
        Subject subject = subjects.get(index);
        listener.next(warmup, number, subject.mode());
        Measured measured = measured(subject);
        works.put(subject.mode(), measured.work());
        turns.get(index).add(measured.turn(number, position));
        equalWork.requireSuccess(name(warmup, number), subject.mode(), measured.work());
      }
      check(name(warmup, number), works);
    }

    private void check(String round, Map<String, Work> works) {
      equalWork.requireSame(round, works);
      Work any = works.values().iterator().next();
      if (first == null) {
        first = any;
        firstRound = round;
      } else {
        equalWork.requireUnchanged(round, firstRound, first, any);
      }
    }

    private static String name(boolean warmup, int number) {
      return (warmup ? "warm-up round " : "round ") + number;
    }
  }

  /** What a turn took and brought. */
  private record Measured(double seconds, double cpuSeconds, double compilerSeconds, Work work) {

    Turn turn(int round, int position) {
      return new Turn(round, position, seconds, cpuSeconds, compilerSeconds, work.counts());
    }
  }

  private Measured measured(Subject subject) {
    subject.prepare();
    long cpu = clocks.cpu().getAsLong();
    long compiler = clocks.compiler().getAsLong();
    double seconds = subject.run(clocks.wall()) / 1e9;
    double cpuSeconds = Clocks.secondsSince(cpu, clocks.cpu());
    double compilerSeconds = Clocks.secondsSince(compiler, clocks.compiler());
    return new Measured(seconds, cpuSeconds, compilerSeconds, subject.work());
  }
}
