package io.github.fetchcharacters.compare;

import java.util.List;
import java.util.Locale;

/**
 * What was measured.
 *
 * @param characters how many were fetched in each turn
 * @param reference the mode that the others are compared with
 * @param series one for each mode, the reference among them
 */
public record Comparison(int characters, String reference, List<Series> series) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if the reference was not measured
   */
  public Comparison {
    series = List.copyOf(series);
    if (series.stream().noneMatch(one -> one.mode().equals(reference))) {
      throw new IllegalArgumentException("the reference was not measured: " + reference);
    }
  }

  /**
   * How many times faster than the reference the mode is: the ratio of the means, with the interval
   * of a paired bootstrap over the rounds.
   */
  public Ratio speedUp(Series mode) {
    return PairedBootstrap.ratioOfMeans(referenceSeries().seconds(), mode.seconds());
  }

  /** Whether this is what the others are compared with. */
  public boolean isReference(Series mode) {
    return mode.mode().equals(reference);
  }

  /**
   * A sentence for each mode but the reference, always with a ratio of 1 or more: "async fetched 3
   * characters 2.84 times faster than sync (95 %: 2.71 to 2.98)", or that no difference was found.
   */
  public List<String> sentences() {
    return series.stream().filter(mode -> !isReference(mode)).map(this::sentence).toList();
  }

  private String sentence(Series mode) {
    Ratio speedUp = speedUp(mode);
    if (speedUp.coversOne()) {
      return "no difference found between %s and %s %s"
          .formatted(mode.mode(), reference, speedUp.intervalInWords());
    }
    boolean faster = speedUp.value() >= 1;
    Ratio ratio =
        faster
            ? speedUp
            : PairedBootstrap.ratioOfMeans(mode.seconds(), referenceSeries().seconds());
    String sentence =
        String.format(
            Locale.ROOT,
            "%s fetched %d %s %.2f times %s than %s",
            mode.mode(),
            characters,
            characters == 1 ? "character" : "characters",
            ratio.value(),
            faster ? "faster" : "slower",
            reference);
    return ratio.hasInterval() ? sentence + " " + ratio.intervalInWords() : sentence;
  }

  private Series referenceSeries() {
    return series.stream().filter(this::isReference).findFirst().orElseThrow();
  }
}
