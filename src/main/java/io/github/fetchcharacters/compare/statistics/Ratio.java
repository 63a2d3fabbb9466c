package io.github.fetchcharacters.compare.statistics;

import java.util.Locale;

/**
 * A quotient of two measured quantities.
 *
 * @param low the lower end of its 95 % interval; NaN where unknown
 * @param high the upper end; NaN where unknown
 */
public record Ratio(double value, double low, double high) {

  /** Whether the interval is known. */
  public boolean hasInterval() {
    return !Double.isNaN(low);
  }

  /** The other way round. */
  public Ratio inverse() {
    return new Ratio(1 / value, 1 / high, 1 / low);
  }

  /** Whether 1 lies in the interval: no difference was found. */
  public boolean coversOne() {
    return low <= 1 && 1 <= high;
  }

  /** How wide the interval is, as a share of the value; NaN where unknown. */
  public double relativeWidth() {
    return (high - low) / value;
  }

  /** For example {@code 1.17 (1.15–1.19)}; without the interval where it is unknown. */
  public String inFigures() {
    return hasInterval()
        ? String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", value, low, high)
        : valueInFigures();
  }

  /** For example {@code 1.17}. */
  public String valueInFigures() {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** The interval in a sentence, for example {@code (95 %: 1.15 to 1.19)}. */
  public String intervalInWords() {
    return String.format(Locale.ROOT, "(95 %%: %.2f to %.2f)", low, high);
  }
}
