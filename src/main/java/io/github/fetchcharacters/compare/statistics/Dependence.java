package io.github.fetchcharacters.compare.statistics;

/**
 * Whether a value depends on the one before: von Neumann's ratio of the ranks, the sum of squared
 * differences of neighbours ÷ the sum of squared differences from the mean, which is near to 2
 * where values are independent, whatever their distribution, and below where neighbours are alike.
 * It is near to normal: R. Bartels, "The Rank Version of von Neumann's Ratio Test for Randomness",
 * Journal of the American Statistical Association 77, 1982. One-sided: neighbours that are unlike
 * make an interval too wide, not too narrow.
 *
 * @param ratio 0 to 4; 2 for too few values, or where all are equal
 * @param count how many values there are
 */
public record Dependence(double ratio, int count) {

  /** Bartels has other approximations for fewer. */
  private static final int MIN_COUNT = 10;

  /** How often any of the tests made together may find what is not there. */
  private static final double CHANCE = 0.02;

  public static Dependence of(double... values) {
    int count = values.length;
    return new Dependence(count < MIN_COUNT ? 2 : ratio(Trend.ranks(values)), count);
  }

  private static double ratio(double[] ranks) {
    double middle = (ranks.length + 1) / 2.0;
    double steps = 0;
    double squares = 0;
    for (int i = 0; i < ranks.length; i++) {
      squares += (ranks[i] - middle) * (ranks[i] - middle);
      steps += i == 0 ? 0 : (ranks[i] - ranks[i - 1]) * (ranks[i] - ranks[i - 1]);
    }
    return squares == 0 ? 2 : steps / squares;
  }

  /** An estimate of the correlation with the value before. */
  public double correlation() {
    return 1 - ratio / 2;
  }

  /**
   * Whether neighbours are alike; where they are not, at most one of fifty comparisons says so.
   *
   * @param tests how many are made in the comparison: each has its share of the chance (Bonferroni)
   */
  public boolean isSignificant(int tests) {
    return (2 - ratio) / standardDeviation() > normalQuantile(CHANCE / tests);
  }

  /** Of the ratio of independent values, by Bartels. */
  private double standardDeviation() {
    double n = count;
    return Math.sqrt(4 * (n - 2) * (5 * n * n - 2 * n - 9) / (5 * n * (n + 1) * (n - 1) * (n - 1)));
  }

  /**
   * Beyond which a normal value lies with the given probability, at most 0.5, to 0.0005: M.
   * Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions", 1964, 26.2.23.
   */
  private static double normalQuantile(double probability) {
    double t = Math.sqrt(-2 * Math.log(probability));
    return t
        - (2.515517 + t * (0.802853 + t * 0.010328))
            / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  }
}
