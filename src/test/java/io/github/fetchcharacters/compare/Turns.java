package io.github.fetchcharacters.compare;

import java.util.ArrayList;
import java.util.List;

/** Turns of which the threads and the memory do not matter. */
public final class Turns {

  private Turns() {}

  /**
   * Turns one after another.
   *
   * @param counts the same for all
   * @param cpu time of the CPU as a share of the wall time
   */
  public static List<Turn> of(Counts counts, double cpu, double... seconds) {
    List<Turn> turns = new ArrayList<>();
    for (double time : seconds) {
      turns.add(of(turns.size() + 1, 1, time, cpu * time, 0, counts));
    }
    return turns;
  }

  /** A turn with unknown threads and memory. */
  public static Turn of(
      int round, int position, double seconds, double cpu, double compiler, Counts counts) {
    return new Turn(round, position, seconds, usage(cpu, compiler), counts);
  }

  public static Usage usage(double cpu, double compiler) {
    return new Usage(cpu, compiler, Double.NaN, Double.NaN, Double.NaN);
  }
}
