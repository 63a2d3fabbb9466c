package io.github.fetchcharacters.compare;

import io.github.fetchcharacters.compare.statistics.PairedBootstrap;
import io.github.fetchcharacters.compare.statistics.Ratio;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a mode stops to gain from a larger value. It is the smallest value from which none of the
 * larger ones is faster: the 95 % interval of the ratio of the means, by the paired bootstrap, lies
 * above 1 for none of them. It loses at each larger value whose interval lies below 1. Each value
 * is compared with all that are larger, not just with the next: steps that are too small to see add
 * up. Where an interval reaches above 1.1, the rounds leave open whether there is a gain.
 */
final class Payoff {

  /** A smaller gain is called nothing. */
  private static final double SLIGHT = 1.1;

  private final Axis axis;
  private final Sweep.Curve curve;

  Payoff(Axis axis, Sweep.Curve curve) {
    this.axis = axis;
    this.curve = curve;
  }

  /**
   * For example "threads gain nothing beyond 100 at once (1.03, 95 %: 0.97 to 1.09, from 100 to
   * 200)"; empty for one value, and for one round, which has no interval.
   */
  Optional<String> sentence() {
    int last = curve.points().size() - 1;
    if (last == 0 || curve.points().get(0).turns().size() == 1) {
      return Optional.empty();
    }
    int best = IntStream.rangeClosed(0, last).filter(this::isNeverBeaten).findFirst().orElse(last);
    return Optional.of(best == last ? gains(last) : gainsNothing(best));
  }

  private boolean isNeverBeaten(int place) {
    return later(place).noneMatch(other -> gain(place, other).low() > 1);
  }

  private IntStream later(int place) {
    return IntStream.range(place + 1, curve.points().size());
  }

  /** How many times faster the other is. */
  private Ratio gain(int place, int other) {
    return PairedBootstrap.ratioOfMeans(
        curve.points().get(place).seconds(), curve.points().get(other).seconds());
  }

  private String gains(int last) {
    return "%s still %s at %d %s %s"
        .formatted(subject(), verb("gain"), value(last), axis.unit(), figures(last - 1, last));
  }

  private String gainsNothing(int best) {
    List<Integer> losses =
        later(best).filter(other -> gain(best, other).high() < 1).mapToObj(this::value).toList();
    boolean open = later(best).anyMatch(other -> gain(best, other).high() > SLIGHT);
    String gain = open ? verb("show") + " no clear gain" : verb("gain") + " nothing";
    return "%s %s beyond %d %s %s"
            .formatted(subject(), gain, value(best), axis.unit(), figures(best, best + 1))
        + (losses.isEmpty() ? "" : " and " + verb("lose") + " at " + Grammar.list(losses));
  }

  private String figures(int from, int to) {
    Ratio gain = gain(from, to);
    return String.format(
        Locale.ROOT,
        "(%.2f, 95 %%: %.2f to %.2f, from %d to %d)",
        gain.value(),
        gain.low(),
        gain.high(),
        value(from),
        value(to));
  }

  private int value(int place) {
    return axis.value(curve.points().get(place));
  }

  private String subject() {
    return Grammar.subject(curve.label());
  }

  private String verb(String stem) {
    return Grammar.isPlural(curve.mode()) ? stem : stem + "s";
  }
}
