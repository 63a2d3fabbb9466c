package io.github.fetchcharacters.compare.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The interval of a ratio of means by a paired bootstrap: rounds are drawn with replacement, and
 * with each the times of both modes, since what slows a round down slows both. B. Efron and R. J.
 * Tibshirani, "An Introduction to the Bootstrap", Chapman and Hall, 1993, sections 8.2 and 13.3
 * (percentile interval), widened for few rounds: see {@link StudentT}. Two modes that take equally
 * long then differ in about one of twenty comparisons, for 2 rounds as for 50. Seeded: the same
 * times give the same interval. Safe for use by many threads.
 */
public final class PairedBootstrap {

  static final int RESAMPLES = 10_000;

  /** Any number does; a fixed one repeats the interval. */
  static final long SEED = 20_200_101;

  private static final double CONFIDENCE = 0.95;

  private PairedBootstrap() {}

  /**
   * The quotient of the means with its 95 % interval; without one for a single round, which says
   * nothing of the spread.
   *
   * @param numerator times by round
   * @param denominator times of the same rounds
   * @throws IllegalArgumentException if they are not as many, or none
   */
  public static Ratio ratioOfMeans(double[] numerator, double[] denominator) {
    int rounds = numerator.length;
    if (rounds != denominator.length || rounds == 0) {
      throw new IllegalArgumentException(
          "not the same rounds: " + rounds + " and " + denominator.length);
    }
    double value = sum(numerator) / sum(denominator);
    if (rounds == 1) {
      return new Ratio(value, Double.NaN, Double.NaN);
    }
    return withInterval(value, resampled(numerator, denominator), rounds);
  }

  /**
   * The value with its interval.
   *
   * @param resampled what resampling made of it
   * @param rounds the size of the sample, of the smaller one if there are two
   */
  static Ratio withInterval(double value, double[] resampled, int rounds) {
    double tail = (1 - CONFIDENCE) / 2;
    double widening = StudentT.widening(rounds);
    return new Ratio(
        value,
        widened(value, Statistics.quantile(resampled, tail), widening),
        widened(value, Statistics.quantile(resampled, 1 - tail), widening));
  }

  /** A ratio is as far above 1 as its inverse is below: the factor holds for the logarithm. */
  private static double widened(double value, double end, double widening) {
    return value * Math.pow(end / value, widening);
  }

  private static double[] resampled(double[] numerator, double[] denominator) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] ratios = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double above = 0;
      double below = 0;
      for (int draw = 0; draw < numerator.length; draw++) {
        int round = random.nextInt(numerator.length);
        above += numerator[round];
        below += denominator[round];
      }
      ratios[i] = above / below;
    }
    return ratios;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
