package io.github.fetchcharacters.compare.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How long requests took. All durations are kept up to {@value #MAX_KEPT}; of more, a random sample
 * of so many, in which each has the same chance to be: algorithm R of J. S. Vitter, "Random
 * Sampling with a Reservoir", ACM Transactions on Mathematical Software 11, 1985. Their number and
 * the longest are exact. For one thread.
 */
public final class Durations {

  /** Memory of 80 kB; the 99th percentile has 100 durations above it. */
  private static final int MAX_KEPT = 10_000;

  private static final int FIRST_ROOM = 64;

  /** Any number does; a fixed one repeats the sample. */
  private final SplittableRandom random = new SplittableRandom(20_200_101);

  private double[] kept = new double[FIRST_ROOM];
  private long count;
  private double max = Double.NaN;

  /** Adds one, in nanoseconds. */
  public void add(long nanos) {
    double seconds = nanos / 1e9;
    max = count == 0 ? seconds : Math.max(max, seconds);
    long place = count < MAX_KEPT ? count : random.nextLong(count + 1);
    count++;
    if (place < MAX_KEPT) {
      keep((int) place, seconds);
    }
  }

  private void keep(int place, double seconds) {
    if (place == kept.length) {
      kept = Arrays.copyOf(kept, Math.min(MAX_KEPT, 2 * place));
    }
    kept[place] = seconds;
  }

  /** How many were added. */
  public long count() {
    return count;
  }

  /** The longest, in seconds; NaN if there is none. */
  public double max() {
    return max;
  }

  /**
   * As {@link Statistics#quantile}, in seconds; NaN if there is none.
   *
   * @param share 0 to 1, of which 1 is the longest of all
   */
  public double quantile(double share) {
    return count == 0 || share == 1 ? max : Statistics.quantile(sample(), share);
  }

  /** Those that are kept, the shortest first, in seconds. */
  public double[] sample() {
    double[] sample = Arrays.copyOf(kept, (int) Math.min(count, MAX_KEPT));
    Arrays.sort(sample);
    return sample;
  }
}
