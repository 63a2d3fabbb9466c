package io.github.fetchcharacters.compare.statistics;

/**
 * How much wider the interval of a mean has to be that knows the spread from few values alone:
 * Student's t distribution in the place of the normal one.
 */
final class StudentT {

  /** The 0.975 quantile of the normal distribution. */
  private static final double NORMAL = 1.959964;

  /** The 0.975 quantiles for 1 degree of freedom and more. */
  private static final double[] FEW = {
    12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157
  };

  private StudentT() {}

  /**
   * The 0.975 quantile. For many degrees by the expansion of M. Abramowitz and I. A. Stegun,
   * "Handbook of Mathematical Functions", 1964, 26.7.5; its error is below 0.0005.
   *
   * @param degrees of freedom, at least 1
   */
  static double quantile(int degrees) {
    if (degrees <= FEW.length) {
      return FEW[degrees - 1];
    }
    double share = 1.0 / degrees;
    return NORMAL + share * (2.3723 + share * (2.8225 + share * 2.5558));
  }

  /**
   * The factor for the percentile interval of a bootstrap, which is too narrow for few values: its
   * spread is that of the sample (divided by their number, not by one less), and its tails are
   * those of a normal distribution. T. C. Hesterberg, "What Teachers Should Know About the
   * Bootstrap", The American Statistician 69 (2015), section 4.
   *
   * @param values how many there are, at least 2
   */
  static double widening(int values) {
    return Math.sqrt(values / (values - 1.0)) * quantile(values - 1) / NORMAL;
  }
}
