package io.github.fetchcharacters.compare;

/** Turns of which the threads and the memory do not matter. */
public final class Turns {

  private Turns() {}

  /** A turn with unknown threads and memory. */
  public static Turn of(
      int round, int position, double seconds, double cpu, double compiler, Counts counts) {
    return new Turn(round, position, seconds, usage(cpu, compiler), counts);
  }

  public static Usage usage(double cpu, double compiler) {
    return new Usage(cpu, compiler, Double.NaN, Double.NaN, Double.NaN);
  }
}
