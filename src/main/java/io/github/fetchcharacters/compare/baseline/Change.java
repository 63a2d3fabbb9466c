package io.github.fetchcharacters.compare.baseline;

import io.github.fetchcharacters.compare.Grammar;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.statistics.Ratio;
import io.github.fetchcharacters.compare.statistics.Statistics;
import io.github.fetchcharacters.compare.statistics.TwoSampleBootstrap;

/**
 * How a mode's mean time changed since an earlier comparison.
 *
 * @param file the name of the earlier export
 * @param before the mean then, in seconds
 * @param speedUp the mean then ÷ the mean now, above 1 where it became faster; its interval is that
 *     of two independent samples
 */
public record Change(String file, Parameters parameters, double before, Ratio speedUp) {

  static Change of(String file, Baseline.Earlier earlier, Series now) {
    double[] then = earlier.seconds().stream().mapToDouble(Double::doubleValue).toArray();
    Ratio speedUp = TwoSampleBootstrap.ratioOfMeans(then, now.seconds());
    return new Change(file, earlier.parameters(), Statistics.summary(then).mean(), speedUp);
  }

  /** For example {@code async is 1.12 times faster than in old.json (95 %: 1.08 to 1.17)}. */
  public String sentence() {
    if (speedUp.coversOne()) {
      return "no change found in %s since %s %s"
          .formatted(parameters.label(), file, speedUp.intervalInWords());
    }
    return Grammar.comparative(parameters.label() + " is", speedUp, "in " + file);
  }
}
