package io.github.fetchcharacters.compare;

import java.util.Locale;

/**
 * A quotient of two measured quantities.
 *
 * @param uncertainty one standard deviation of it; NaN where unknown
 */
public record Ratio(double value, double uncertainty) {

  /**
   * Divides the means and propagates the spread of both to the first order, taking them for
   * independent: {@code σ = r √((σ₁/m₁)² + (σ₂/m₂)²)}, as hyperfine does.
   */
  public static Ratio of(Summary numerator, Summary denominator) {
    double value = numerator.mean() / denominator.mean();
    double relative =
        Math.hypot(numerator.coefficientOfVariation(), denominator.coefficientOfVariation());
    return new Ratio(value, value * relative);
  }

  /** For example {@code 2.84 ± 0.11}; without the uncertainty where it is unknown. */
  public String inWords() {
    return Double.isNaN(uncertainty)
        ? String.format(Locale.ROOT, "%.2f", value)
        : String.format(Locale.ROOT, "%.2f ± %.2f", value, uncertainty);
  }
}
