package io.github.fetchcharacters.compare;

import io.github.fetchcharacters.compare.statistics.Dependence;
import io.github.fetchcharacters.compare.statistics.Statistics;
import io.github.fetchcharacters.compare.statistics.Trend;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What makes a comparison less trustworthy than its figures look. */
public final class Warnings {

  /**
   * Standard deviations above the median from which a first round is called an outlier: hyperfine's
   * threshold. Iglewicz and Hoaglin's own, some 5.2, would call many an ordinary network slow.
   */
  private static final double FAR = 10;

  /** Share of the median below which an outlier does not matter. */
  private static final double SLIGHT = 0.1;

  private static final double WIDE_SPREAD = 0.2;

  /** Spread below which the order of the times does not matter. */
  private static final double SLIGHT_SPREAD = 0.01;

  /** Share of all cores from which waiting for a core is likely. */
  private static final double BUSY = 0.8;

  private final Comparison comparison;
  private final int cores;
  private final boolean cold;

  private Warnings(Comparison comparison, int cores, boolean cold) {
    this.comparison = comparison;
    this.cores = cores;
    this.cold = cold;
  }

  /**
   * A sentence for each reason for doubt, about all modes that it concerns; empty where there is
   * none.
   *
   * @param cores how many the process may use, at least 1
   * @param cold whether each turn opened new connections by intent
   */
  public static List<String> of(Comparison comparison, int cores, boolean cold) {
    Warnings warnings = new Warnings(comparison, cores, cold);
    return Stream.of(
            warnings.retries(),
            warnings.connections(),
            warnings.firstRound(),
            warnings.drift(),
            warnings.dependence(),
            warnings.spread(),
            warnings.cpu())
        .flatMap(Optional::stream)
        .toList();
  }

  /** The sentence, with what each series has of it; empty where none has any. */
  private Optional<String> sentence(String form, Function<Series, Optional<String>> share) {
    boolean swept = comparison.sweep().isPresent();
    List<String> shares =
        comparison.series().stream()
            .flatMap(
                one ->
                    share
                        .apply(one)
                        .map(text -> one.label() + (swept ? ": " : " ") + text)
                        .stream())
            .toList();
    return shares.isEmpty()
        ? Optional.empty()
        : Optional.of(form.formatted(Grammar.some(shares, swept ? "; " : ", ")));
  }

  private static Optional<String> when(boolean condition, String form, Object... values) {
    return condition ? Optional.of(String.format(Locale.ROOT, form, values)) : Optional.empty();
  }

  private Optional<String> retries() {
    return sentence(
        "attempts were repeated (%s): the times hold the failed ones and the waits before the next",
        mode -> when(mode.retries() > 0, "%d", mode.retries()));
  }

  private Optional<String> connections() {
    return sentence(
        "connections were opened in counted rounds (%s): the times hold the opening",
        mode -> {
          long rounds = mode.roundsThatConnected();
          return when(!cold && rounds > 0, "in %d of %d", rounds, mode.turns().size());
        });
  }

  private Optional<String> firstRound() {
    return sentence(
        "the first round was far above the median (%s): more warm-up rounds (--warmup) may help",
        mode -> {
          double[] seconds = mode.seconds();
          double median = mode.times().median();
          boolean far =
              Statistics.modifiedZScore(seconds[0], seconds) > FAR
                  && seconds[0] > (1 + SLIGHT) * median;
          return when(far, "%.3f s, not %.3f s", seconds[0], median);
        });
  }

  private Optional<String> drift() {
    return sentence(
        "the times drift from round to round (%s): more warm-up rounds (--warmup) or a quieter"
            + " machine may help",
        mode -> {
          Trend trend = Trend.of(mode.seconds());
          return when(
              trend.isSignificant(),
              "%+.0f %% from the first half to the second",
              100 * trend.change());
        });
  }

  /** A drift is one, too, and has its own sentence. */
  private Optional<String> dependence() {
    int tests = comparison.series().size();
    return sentence(
        "the times depend on those of the round before (correlation: %s): the intervals may be too"
            + " narrow; believe a difference that a second run on a quieter machine shows again",
        mode -> {
          Dependence dependence = Dependence.of(mode.seconds());
          boolean matters = mode.times().coefficientOfVariation() > SLIGHT_SPREAD;
          boolean drifts = Trend.of(mode.seconds()).isSignificant();
          return when(
              matters && !drifts && dependence.isSignificant(tests),
              "%.1f",
              dependence.correlation());
        });
  }

  private Optional<String> spread() {
    return sentence(
        "the times spread widely (coefficient of variation: %s): more rounds (--runs) or a quieter"
            + " machine may help",
        mode -> {
          double variation = mode.times().coefficientOfVariation();
          return when(variation > WIDE_SPREAD, "%.0f %%", 100 * variation);
        });
  }

  private Optional<String> cpu() {
    String form =
        "the process kept most of its " + (cores == 1 ? "core" : cores + " cores") + " busy (%s):";
    return sentence(
        form + " the times may hold waits for the processor, not for the server",
        mode -> when(mode.cpuUse() > BUSY * cores, "%.1f", mode.cpuUse()));
  }
}
