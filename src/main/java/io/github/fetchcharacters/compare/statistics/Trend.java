package io.github.fetchcharacters.compare.statistics;

import java.util.Arrays;

/**
 * Whether values rise or fall with their place: Spearman's rank correlation with the place, which
 * is, without a trend, near to normal with a variance of 1 / (n − 1) (M. G. Kendall, "Rank
 * Correlation Methods", 1948).
 *
 * @param correlation −1 to 1; 0 for too few values
 * @param change from the mean of the first half to that of the second, as a share of the first
 * @param count how many values there are
 */
public record Trend(double correlation, double change, int count) {

  /** Fewer say nothing. */
  private static final int MIN_COUNT = 8;

  /** Of a normal distribution 1 % lies beyond, both ends together. */
  private static final double FAR = 2.576;

  /** A smaller change does not matter. */
  private static final double SLIGHT = 0.05;

  public static Trend of(double... values) {
    int count = values.length;
    if (count < MIN_COUNT) {
      return new Trend(0, 0, count);
    }
    double first = mean(values, 0, count / 2);
    double second = mean(values, count - count / 2, count);
    return new Trend(correlation(ranks(values)), second / first - 1, count);
  }

  /** Whether there is a trend, by chance in one of a hundred cases, and one that matters. */
  public boolean isSignificant() {
    return Math.abs(correlation) * Math.sqrt(count - 1.0) > FAR && Math.abs(change) > SLIGHT;
  }

  /** With its place, from 1; Pearson's of the ranks, since equal values share one. */
  private static double correlation(double[] ranks) {
    double middle = (ranks.length + 1) / 2.0;
    double products = 0;
    double rankSquares = 0;
    double placeSquares = 0;
    for (int i = 0; i < ranks.length; i++) {
      double place = i + 1 - middle;
      double rank = ranks[i] - middle;
      products += place * rank;
      rankSquares += rank * rank;
      placeSquares += place * place;
    }
    return rankSquares == 0 ? 0 : products / Math.sqrt(rankSquares * placeSquares);
  }

  /** From 1; the mean of their ranks for those that are equal. */
  static double[] ranks(double[] values) {
    return Arrays.stream(values)
        .map(
            value ->
                Arrays.stream(values).filter(other -> other < value).count()
                    + (Arrays.stream(values).filter(other -> other == value).count() + 1) / 2.0)
        .toArray();
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElseThrow();
  }
}
