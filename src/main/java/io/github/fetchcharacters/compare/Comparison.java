package io.github.fetchcharacters.compare;

import java.util.ArrayList;
import java.util.List;

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

  /** How many times faster than the reference the mode is, by the means. */
  public Ratio speedUp(Series mode) {
    return Ratio.of(referenceTimes(), mode.times());
  }

  /** Whether this is what the others are compared with. */
  public boolean isReference(Series mode) {
    return mode.mode().equals(reference);
  }

  /**
   * A sentence for each mode but the reference, in hyperfine's words, always with a ratio of 1 or
   * more: "async fetched 3 characters 2.84 ± 0.11 times faster than sync".
   */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (Series mode : series) {
      if (!isReference(mode)) {
        sentences.add(sentence(mode));
      }
    }
    return sentences;
  }

  private String sentence(Series mode) {
    boolean faster = mode.times().mean() <= referenceTimes().mean();
    Ratio ratio =
        faster
            ? Ratio.of(referenceTimes(), mode.times())
            : Ratio.of(mode.times(), referenceTimes());
    return "%s fetched %d %s %s times %s than %s"
        .formatted(
            mode.mode(),
            characters,
            characters == 1 ? "character" : "characters",
            ratio.inWords(),
            faster ? "faster" : "slower",
            reference);
  }

  private Summary referenceTimes() {
    return series.stream().filter(this::isReference).findFirst().orElseThrow().times();
  }
}
