package io.github.fetchcharacters.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets every mode do the work once a round. The order rotates from round to round, so that each
 * mode stands in each place equally often and a drift of the server or the network is shared.
 */
public final class MeasuringLoop {

  private final LongSupplier clock;
  private final LongSupplier cpuClock;
  private final EqualWork equalWork;

  /**
   * Makes a loop.
   *
   * @param clock nanoseconds from any origin
   * @param cpuClock CPU nanoseconds of the process; negative where the system does not tell
   * @param equalWork compares what the modes brought
   */
  public MeasuringLoop(LongSupplier clock, LongSupplier cpuClock, EqualWork equalWork) {
    this.clock = clock;
    this.cpuClock = cpuClock;
    this.equalWork = equalWork;
  }

  /**
   * Measures on this thread.
   *
   * @param subjects at least one
   * @param warmup rounds that are checked but not counted, not negative
   * @param runs rounds that are counted, at least 1
   * @return a series for each subject, in their order
   * @throws UnequalWorkException after the first round in which a mode failed or the modes brought
   *     different records, warm-up included
   */
  public List<Series> measure(List<? extends Subject> subjects, int warmup, int runs) {
    List<List<Turn>> warmups = emptyLists(subjects.size());
    List<List<Turn>> turns = emptyLists(subjects.size());
    for (int round = 0; round < warmup + runs; round++) {
      if (round < warmup) {
        round(subjects, round, round + 1, warmups);
      } else {
        round(subjects, round, round - warmup + 1, turns);
      }
    }
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      series.add(new Series(subjects.get(i).mode(), warmups.get(i), turns.get(i)));
    }
    return series;
  }

  private void round(
      List<? extends Subject> subjects, int rotation, int number, List<List<Turn>> turns) {
    Map<String, Work> works = new LinkedHashMap<>();
    for (int position = 1; position <= subjects.size(); position++) {
      int index = (rotation + position - 1) % subjects.size();
      Subject subject = subjects.get(index);
      subject.prepare();
      long cpu = cpuClock.getAsLong();
      long start = clock.getAsLong();
      subject.run();
      double seconds = (clock.getAsLong() - start) / 1e9;
      double cpuSeconds = cpu < 0 ? Double.NaN : (cpuClock.getAsLong() - cpu) / 1e9;
      Work work = subject.work();
      works.put(subject.mode(), work);
      turns.get(index).add(new Turn(number, position, seconds, cpuSeconds, work.counts()));
      equalWork.requireSuccess(subject.mode(), work);
    }
    equalWork.requireSame(works);
  }

  private static List<List<Turn>> emptyLists(int count) {
    List<List<Turn>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }
}
