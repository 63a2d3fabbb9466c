package io.github.fetchcharacters.compare.statistics;

/**
 * Descriptive statistics of measurements, in their own unit.
 *
 * @param count how many they are, at least 1
 * @param median the middle one, or the mean of the two in the middle
 * @param standardDeviation of the sample, with n − 1 below the line; NaN where one measurement
 *     alone has no spread
 */
public record Summary(
    int count, double median, double min, double max, double mean, double standardDeviation) {

  /** The standard deviation as a share of the mean; NaN where it is unknown. */
  public double coefficientOfVariation() {
    return standardDeviation / mean;
  }
}
