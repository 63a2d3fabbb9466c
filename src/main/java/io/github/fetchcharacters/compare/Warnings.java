package io.github.fetchcharacters.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells what makes a comparison less trustworthy than its figures look. */
public final class Warnings {

  /**
   * Standard deviations above the median from which a first round is called an outlier: hyperfine's
   * threshold. Iglewicz and Hoaglin's own, some 5.2, would call many an ordinary network slow.
   */
  private static final double FAR = 10;

  private static final double WIDE_SPREAD = 0.2;

  /** Share of all cores from which waiting for a core is likely. */
  private static final double BUSY = 0.8;

  private Warnings() {}

  /**
   * A sentence for each reason for doubt; empty where there is none.
   *
   * @param cores how many the process may use, at least 1
   */
  public static List<String> of(Comparison comparison, int cores) {
    List<String> warnings = new ArrayList<>();
    for (Series series : comparison.series()) {
      retries(series, warnings);
      firstRound(series, warnings);
      spread(series, warnings);
      cpu(series, cores, warnings);
    }
    return warnings;
  }

  private static void retries(Series series, List<String> warnings) {
    long retries = series.retries();
    if (retries > 0) {
      warnings.add(
          "%s repeated %d %s; the times hold the failed attempts and the waits before the next"
              .formatted(series.mode(), retries, retries == 1 ? "attempt" : "attempts"));
    }
  }

  private static void firstRound(Series series, List<String> warnings) {
    double[] seconds = series.seconds();
    if (Statistics.modifiedZScore(seconds[0], seconds) > FAR) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "the first round of %s took %.3f s, far above the median of %.3f s;"
                  + " more warm-up rounds (--warmup) may help",
              series.mode(),
              seconds[0],
              series.times().median()));
    }
  }

  private static void spread(Series series, List<String> warnings) {
    double variation = series.times().coefficientOfVariation();
    if (variation > WIDE_SPREAD) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "the times of %s spread widely (coefficient of variation %.0f %%);"
                  + " more rounds (--runs) or a quieter machine may help",
              series.mode(),
              100 * variation));
    }
  }

  private static void cpu(Series series, int cores, List<String> warnings) {
    if (series.cpuUse() > BUSY * cores) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s kept %.1f of %d %s busy: it may have waited for the processor, not for the server",
              series.mode(),
              series.cpuUse(),
              cores,
              cores == 1 ? "core" : "cores"));
    }
  }
}
