package io.github.fetchcharacters.compare.page;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Ideal;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Sweep;
import io.github.fetchcharacters.compare.report.TimeUnit;
import io.github.fetchcharacters.compare.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fetch times of a sweep over its value, with CPU and threads. */
final class SweepPicture {

  private static final String UNKNOWN = "–";

  private SweepPicture() {}

  static Picture of(Comparison comparison, Sweep sweep) {
    TimeUnit unit = TimeUnit.of(comparison);
    String text =
        Picture.words(
            "Mean fetch time over the number of " + sweep.axis().title(),
            sweep.lines().stream().map(line -> inWords(line, unit)));
    List<String> headings =
        List.of(
            "mode",
            sweep.axis().title(),
            unit.heading("mean"),
            unit.heading("min"),
            unit.heading("max"),
            unit.heading("ideal"),
            "CPU",
            "threads");
    List<List<String>> rows = new ArrayList<>();
    Optional<Ideal> ideal = sweep.ideal(comparison.characters());
    for (Sweep.Line line : sweep.lines()) {
      line.points().forEach(point -> rows.add(row(line.label(), point, ideal, unit)));
    }
    return new Picture("sweep", text, headings, rows);
  }

  private static String inWords(Sweep.Line line, TimeUnit unit) {
    return line.points().stream()
        .map(point -> point.value() + ": " + unit.inWords(point.series().times().mean()))
        .collect(Collectors.joining(", ", line.label() + " at ", "."));
  }

  private static List<String> row(
      String label, Sweep.Point point, Optional<Ideal> ideal, TimeUnit unit) {
    Series series = point.series();
    Summary times = series.times();
    return List.of(
        label,
        "" + point.value(),
        unit.number(times.mean()),
        unit.number(times.min()),
        unit.number(times.max()),
        ideal.map(one -> unit.number(one.seconds(point.value()))).orElse(UNKNOWN),
        known("%.0f %%", 100 * series.cpuUse()),
        known("%.0f", series.peakThreads()));
  }

  private static String known(String form, double value) {
    return Double.isNaN(value) ? UNKNOWN : String.format(Locale.ROOT, form, value);
  }
}
