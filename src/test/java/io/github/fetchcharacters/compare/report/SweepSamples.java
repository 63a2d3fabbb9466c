package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Counts;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Turn;
import io.github.fetchcharacters.compare.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A sweep with the figures of two cores, 200 ids and 50 ms. */
public final class SweepSamples {

  private static final int[] VALUES = {1, 5, 10, 20, 50, 100, 200};

  /** What a round takes of the usual time. */
  private static final double[] NOISE = {0.97, 1.01, 0.99, 1.03, 0.96, 1.04};

  private SweepSamples() {}

  public static Comparison sweep() {
    List<Series> all = new ArrayList<>();
    double[] threads = {10.312, 2.089, 1.061, 0.548, 0.253, 0.185, 0.318};
    double[] async = {10.298, 2.077, 1.055, 0.541, 0.234, 0.140, 0.114};
    for (int i = 0; i < VALUES.length; i++) {
      all.add(series(at("threads", VALUES[i]), threads[i], i, 24 + VALUES[i]));
    }
    for (int i = 0; i < VALUES.length; i++) {
      all.add(series(at("async", VALUES[i]), async[i], i + 1, 24));
    }
    return new Comparison(200, "threads", all);
  }

  private static Parameters at(String mode, int concurrency) {
    return new Parameters(mode, OptionalInt.of(concurrency), OptionalInt.empty());
  }

  /**
   * Six rounds around the time.
   *
   * @param noise shifts what is by chance
   */
  public static Series series(Parameters parameters, double seconds, int noise, int threads) {
    List<Turn> turns = new ArrayList<>();
    for (int round = 1; round <= NOISE.length; round++) {
      double time = NOISE[(round + noise) % NOISE.length] * seconds;
      Usage usage = new Usage(0.25 + 0.03 * seconds, 0.05 * time, threads, 2, 8.1e6 + 1e5 * noise);
      turns.add(new Turn(round, 1, time, usage, new Counts(200, 0, 0, 0L, "HTTP/1.1")));
    }
    return new Series(parameters, List.of(), turns);
  }
}
