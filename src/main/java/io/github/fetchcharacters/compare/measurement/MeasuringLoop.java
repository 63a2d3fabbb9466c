package io.github.fetchcharacters.compare.measurement;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Reference;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Turn;
import io.github.fetchcharacters.compare.Usage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Has every mode do the work once a round, in the orders of a Williams design: each mode has each
 * place, and follows each other mode, equally often, so that all share a drift of the server and
 * what a mode leaves behind for the next one. For one thread.
 */
public final class MeasuringLoop {

  private final LongSupplier clock;
  private final Meter meter;
  private final EqualWork equalWork;
  private final RoundListener listener;

  /**
   * Makes a loop.
   *
   * @param clock nanoseconds from any origin
   * @param meter for what the turns take beside time
   * @param equalWork compares what the modes brought
   * @param listener hears which turn is next
   */
  public MeasuringLoop(
      LongSupplier clock, Meter meter, EqualWork equalWork, RoundListener listener) {
    this.clock = clock;
    this.meter = meter;
    this.equalWork = equalWork;
    this.listener = listener;
  }

  /**
   * Measures on this thread.
   *
   * @param subjects at least one
   * @param rounds how many
   * @param reference the mode that the others are compared with, one of the subjects'; see {@link
   *     Comparison#referenceOf}
   * @return a series for each subject, in their order
   * @throws UnequalWorkException after the first round in which a mode failed or the modes brought
   *     different records, warm-up included; it holds what was measured until then
   */
  public List<Series> measure(List<? extends Subject> subjects, Rounds rounds, String reference) {
    List<Parameters> parameters = subjects.stream().map(Subject::parameters).toList();
    List<List<Turn>> warmups = emptyLists(subjects.size());
    List<List<Turn>> turns = emptyLists(subjects.size());
    try {
      measure(
          new Run(subjects), rounds, new Reference(reference).places(parameters), warmups, turns);
    } catch (UnequalWorkException refusal) {
      throw refusal.after(series(parameters, warmups, turns));
    }
    return series(parameters, warmups, turns);
  }

  private void measure(
      Run run,
      Rounds rounds,
      List<Integer> references,
      List<List<Turn>> warmups,
      List<List<Turn>> turns) {
    long start = clock.getAsLong();
    while (!rounds.areWarm(warmups, secondsSince(start))) {
      run.round(true, warmups);
    }
    start = clock.getAsLong();
    while (!rounds.areEnough(turns, references, secondsSince(start))) {
      run.round(false, turns);
    }
  }

  private static List<Series> series(
      List<Parameters> parameters, List<List<Turn>> warmups, List<List<Turn>> turns) {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      series.add(new Series(parameters.get(i), warmups.get(i), turns.get(i)));
    }
    return series;
  }

  private double secondsSince(long start) {
    return (clock.getAsLong() - start) / 1e9;
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
        String label = subject.parameters().label();
        listener.next(warmup, number, label);
        Measured measured = measured(subject, warmup);
        works.put(label, measured.work());
        turns.get(index).add(measured.turn(number, position));
        equalWork.requireSuccess(name(warmup, number), label, measured.work());
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
  private record Measured(double seconds, Usage usage, Work work) {

    Turn turn(int round, int position) {
      return new Turn(round, position, seconds, usage, work.counts());
    }
  }

  private Measured measured(Subject subject, boolean warmup) {
    subject.prepare(warmup);
    meter.start();
    double seconds = subject.run(clock) / 1e9;
    Usage usage = meter.stop();
    return new Measured(seconds, usage, subject.work());
  }
}
