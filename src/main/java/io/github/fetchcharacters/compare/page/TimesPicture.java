package io.github.fetchcharacters.compare.page;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.report.TimeUnit;
import io.github.fetchcharacters.compare.statistics.Statistics;
import io.github.fetchcharacters.compare.statistics.Summary;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The fetch times of all counted rounds, by series. */
final class TimesPicture {

  private TimesPicture() {}

  static Picture of(Comparison comparison) {
    TimeUnit unit = TimeUnit.of(comparison);
    String text =
        Picture.words(
            "Fetch times of every round",
            comparison.series().stream().map(one -> inWords(one, unit)));
    List<String> headings =
        List.of("series", "rounds", "min", "25 %", "median", "75 %", "max").stream()
            .map(heading -> heading.matches("series|rounds") ? heading : unit.heading(heading))
            .toList();
    return new Picture(
        "times", text, headings, comparison.series().stream().map(one -> row(one, unit)).toList());
  }

  private static String inWords(Series series, TimeUnit unit) {
    Summary times = series.times();
    return "%s: median %s, from %s to %s."
        .formatted(
            series.label(),
            unit.inWords(times.median()),
            unit.number(times.min()),
            unit.inWords(times.max()));
  }

  private static List<String> row(Series series, TimeUnit unit) {
    double[] seconds = series.seconds();
    return Stream.concat(
            Stream.of(series.label(), "" + seconds.length),
            DoubleStream.of(0, 0.25, 0.5, 0.75, 1)
                .mapToObj(share -> unit.number(Statistics.quantile(seconds, share))))
        .toList();
  }
}
