package io.github.fetchcharacters.compare.statistics;

import java.util.SplittableRandom;

/**
 * The interval of a ratio of means of two independent samples by a bootstrap: from each the values
 * are drawn with replacement, without regard to the other. B. Efron and R. J. Tibshirani, "An
 * Introduction to the Bootstrap", Chapman and Hall, 1993, sections 8.3 and 13.3 (percentile
 * interval), widened for the smaller one: see {@link StudentT}. Seeded: the same times give the
 * same interval. Safe for use by many threads.
 */
public final class TwoSampleBootstrap {

  private TwoSampleBootstrap() {}

  /**
   * The quotient of the means with its 95 % interval; without one where a sample has one value
   * alone, which says nothing of its spread.
   *
   * @throws IllegalArgumentException if a sample is empty
   */
  public static Ratio ratioOfMeans(double[] numerator, double[] denominator) {
    double value = Statistics.summary(numerator).mean() / Statistics.summary(denominator).mean();
    if (numerator.length == 1 || denominator.length == 1) {
      return new Ratio(value, Double.NaN, Double.NaN);
    }
    SplittableRandom random = new SplittableRandom(PairedBootstrap.SEED);
    double[] ratios = new double[PairedBootstrap.RESAMPLES];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = drawnMean(numerator, random) / drawnMean(denominator, random);
    }
    return PairedBootstrap.withInterval(
        value, ratios, Math.min(numerator.length, denominator.length));
  }

  private static double drawnMean(double[] values, SplittableRandom random) {
    double sum = 0;
    for (int draw = 0; draw < values.length; draw++) {
      sum += values[random.nextInt(values.length)];
    }
    return sum / values.length;
  }
}
