package io.github.fetchcharacters.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  /**
   * A sentence for each mode but the reference, always with a ratio of 1 or more: "async fetched 3
   * characters 2.84 times faster than sync (95 %: 2.71 to 2.98)", or that no difference was found.
   */
  public List<String> sentences() {
    return series.stream().filter(one -> !isReference(one)).map(this::sentence).toList();
  }

  private String sentence(Series one) {
    Ratio speedUp = speedUp(one);
    String other = referenceOf(one).label();
    if (speedUp.coversOne()) {
      return "no difference found between %s and %s %s"
          .formatted(one.label(), other, speedUp.intervalInWords());
    }
    boolean faster = speedUp.value() >= 1;
    Ratio ratio = faster ? speedUp : speedUp.inverse();
    String sentence =
        String.format(
            Locale.ROOT,
            "%s fetched %d %s %.2f times %s than %s",
            one.label(),
            characters,
            characters == 1 ? "character" : "characters",
            ratio.value(),
            faster ? "faster" : "slower",
            other);
    return ratio.hasInterval() ? sentence + " " + ratio.intervalInWords() : sentence;
  }
}
