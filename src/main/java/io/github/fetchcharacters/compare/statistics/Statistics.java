package io.github.fetchcharacters.compare.statistics;

import java.util.Arrays;

/** Descriptive statistics as pure functions. None changes the array it is given. */
public final class Statistics {

  /**
   * The factor that makes the median absolute deviation of normally distributed values estimate
   * their standard deviation: B. Iglewicz and D. Hoaglin, "How to Detect and Handle Outliers",
   * ASQC, 1993.
   */
  private static final double MAD_OF_NORMAL = 1.4826;

  private Statistics() {}

  /**
   * Summarises at least one value.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Summary summary(double... values) {
    double[] sorted = sorted(values);
    double mean = mean(sorted);
    return new Summary(
        sorted.length,
        medianOfSorted(sorted),
        sorted[0],
        sorted[sorted.length - 1],
        mean,
        standardDeviation(sorted, mean));
  }

  /**
   * How far the value lies above the median, in standard deviations as estimated from the median
   * absolute deviation: the modified Z-score of Iglewicz and Hoaglin. Unlike the plain Z-score it
   * is not blunted by the very outlier it is to find. Where at least half of the values are equal,
   * any other value is infinitely far away, as in hyperfine.
   *
   * @throws IllegalArgumentException if there are no values
   */
  public static double modifiedZScore(double value, double... values) {
    double median = medianOfSorted(sorted(values));
    double[] deviations = Arrays.stream(values).map(x -> Math.abs(x - median)).toArray();
    double deviation = value - median;
    return deviation == 0 ? 0 : deviation / (MAD_OF_NORMAL * medianOfSorted(sorted(deviations)));
  }

  /**
   * The value below which the given share of the values lies, between two of them by their
   * distance: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", 1996,
   * definition 7.
   *
   * @param share 0 to 1
   * @throws IllegalArgumentException if there are no values
   */
  public static double quantile(double[] values, double share) {
    double[] sorted = sorted(values);
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static double[] sorted(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("there is nothing to summarise");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double medianOfSorted(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
  }

  /** A second pass takes back what rounding lost in the first. */
  private static double mean(double[] values) {
    double first = Arrays.stream(values).sum() / values.length;
    return first + Arrays.stream(values).map(x -> x - first).sum() / values.length;
  }

  /** In two passes: squares of the values themselves would cancel each other's digits. */
  private static double standardDeviation(double[] values, double mean) {
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
