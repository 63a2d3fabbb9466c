package io.github.fetchcharacters.compare;

import io.github.fetchcharacters.compare.statistics.PairedBootstrap;
import io.github.fetchcharacters.compare.statistics.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was measured, with the ratios that follow from it; each interval is drawn once. Immutable.
 */
public final class Comparison {

  private final int characters;
  private final Reference reference;
  private final List<Series> series;
  private final List<Parameters> parameters;
  private final List<Integer> references;
  private final List<Ratio> speedUps = new ArrayList<>();
  private final Optional<Sweep> sweep;
  private final List<String> sentences;

  /**
   * Compares.
   *
   * @param characters how many were fetched in each turn
   * @param reference the mode that the others are compared with
   * @param series one for each mode, in a sweep for each of its values, the reference among them
   * @throws IllegalArgumentException if the reference was not measured
   */
  public Comparison(int characters, String reference, List<Series> series) {
    this.characters = characters;
    this.reference = new Reference(reference);
    this.series = List.copyOf(series);
    this.parameters = this.series.stream().map(Series::parameters).toList();
    this.references = this.reference.places(parameters);
    for (Series one : this.series) {
      speedUps.add(PairedBootstrap.ratioOfMeans(referenceOf(one).seconds(), one.seconds()));
    }
    this.sweep = Sweep.of(this.series);
    this.sentences = new Sentences(this).all();
  }

  /** How many characters were fetched in each turn. */
  public int characters() {
    return characters;
  }

  /** The mode that the others are compared with. */
  public String reference() {
    return reference.mode();
  }

  /** What was measured, in the order asked. */
  public List<Series> series() {
    return series;
  }

  /**
   * How many times faster than what it is compared with: the ratio of the means, with the interval
   * of a paired bootstrap over the rounds.
   *
   * @param one of {@link #series}
   */
  public Ratio speedUp(Series one) {
    return speedUps.get(place(one));
  }

  /** Whether it is what others are compared with. */
  public boolean isReference(Series one) {
    return reference.is(one.parameters());
  }

  /** What it is compared with: the reference mode at the same values; itself for the reference. */
  public Series referenceOf(Series one) {
    return series.get(references.get(place(one)));
  }

  private int place(Series one) {
    return parameters.indexOf(one.parameters());
  }

  /** What it shows over the values of a sweep; empty where each mode has one value. */
  public Optional<Sweep> sweep() {
    return sweep;
  }

  /**
   * What it found: a sentence for each mode but the reference, such as "async fetched 3 characters
   * 2.84 times faster than sync (95 %: 2.71 to 2.98)"; in a sweep also where each mode stops to
   * gain from a larger value.
   */
  public List<String> sentences() {
    return sentences;
  }
}
