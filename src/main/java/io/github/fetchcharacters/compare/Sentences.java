package io.github.fetchcharacters.compare;

import io.github.fetchcharacters.compare.statistics.Ratio;
import io.github.fetchcharacters.model.InWords;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Says what a comparison found. */
final class Sentences {

  private final Comparison comparison;

  Sentences(Comparison comparison) {
    this.comparison = comparison;
  }

  /**
   * One for each mode but the reference; in a sweep one for each of its curves, and then one for
   * each curve on where it stops to gain.
   */
  List<String> all() {
    List<String> sentences = new ArrayList<>();
    List<Series> onCurves = new ArrayList<>();
    comparison
        .sweep()
        .ifPresent(
            sweep -> {
              sweep.curves().forEach(curve -> onCurves.addAll(curve.points()));
              sentences.addAll(ofCurves(sweep));
            });
    List<String> single =
        comparison.series().stream()
            .filter(one -> !comparison.isReference(one) && !onCurves.contains(one))
            .map(this::ofSeries)
            .toList();
    sentences.addAll(0, single);
    return sentences;
  }

  private List<String> ofCurves(Sweep sweep) {
    List<String> sentences = new ArrayList<>();
    for (Sweep.Curve curve : sweep.curves()) {
      if (!comparison.isReference(curve.points().get(0))) {
        sentences.add(ofCurve(sweep.axis(), curve));
      }
    }
    for (Sweep.Curve curve : sweep.curves()) {
      new Payoff(sweep.axis(), curve).sentence().ifPresent(sentences::add);
    }
    return sentences;
  }

  /** For example "async against threads: faster with 50 and 100 at once (1.08 to 1.32 times)". */
  private String ofCurve(Axis axis, Sweep.Curve curve) {
    List<Series> same = new ArrayList<>();
    List<Series> faster = new ArrayList<>();
    List<Series> slower = new ArrayList<>();
    for (Series one : curve.points()) {
      Ratio speedUp = comparison.speedUp(one);
      (speedUp.coversOne() ? same : speedUp.value() > 1 ? faster : slower).add(one);
    }
    List<String> parts = new ArrayList<>();
    add(parts, axis, faster, "faster", faster.stream().mapToDouble(this::speedUp));
    add(parts, axis, slower, "slower", slower.stream().mapToDouble(one -> 1 / speedUp(one)));
    add(parts, axis, same, "no difference found", DoubleStream.empty());
    Parameters other = comparison.referenceOf(curve.points().get(0)).parameters();
    return "%s against %s: %s"
        .formatted(curve.label(), axis.without(other).label(), String.join("; ", parts));
  }

  private double speedUp(Series one) {
    return comparison.speedUp(one).value();
  }

  private static void add(
      List<String> parts, Axis axis, List<Series> some, String how, DoubleStream times) {
    if (!some.isEmpty()) {
      DoubleSummaryStatistics range = times.summaryStatistics();
      parts.add(how + with(axis, some) + (range.getCount() == 0 ? "" : inWords(range)));
    }
  }

  private static String with(Axis axis, List<Series> some) {
    return " with " + Grammar.list(some.stream().map(axis::value).toList()) + " " + axis.unit();
  }

  private static String inWords(DoubleSummaryStatistics range) {
    return range.getCount() == 1
        ? String.format(Locale.ROOT, " (%.2f times)", range.getMin())
        : String.format(Locale.ROOT, " (%.2f to %.2f times)", range.getMin(), range.getMax());
  }

  /**
   * Always with a ratio of 1 or more: "async fetched 3 characters 2.84 times faster than sync (95
   * %: 2.71 to 2.98)", or that no difference was found.
   */
  private String ofSeries(Series one) {
    Ratio speedUp = comparison.speedUp(one);
    String other = comparison.referenceOf(one).label();
    if (speedUp.coversOne()) {
      return "no difference found between %s and %s %s"
          .formatted(one.label(), other, speedUp.intervalInWords());
    }
    return Grammar.comparative(one.label() + " fetched " + characters(), speedUp, other);
  }

  private String characters() {
    return InWords.characters(comparison.characters());
  }
}
