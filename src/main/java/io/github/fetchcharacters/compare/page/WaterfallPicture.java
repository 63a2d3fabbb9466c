package io.github.fetchcharacters.compare.page;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.report.Recorded;
import io.github.fetchcharacters.compare.report.TimeUnit;
import io.github.fetchcharacters.model.InWords;
import io.github.fetchcharacters.timeline.Bar;
import io.github.fetchcharacters.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The attempts of a typical round, by series. */
final class WaterfallPicture {

  private WaterfallPicture() {}

  static Picture of(Comparison comparison, Recorded recorded) {
    TimeUnit unit = TimeUnit.of(comparison);
    String text =
        Picture.words(
            "The attempts of a typical round",
            comparison.series().stream().map(one -> inWords(one, recorded.typical(one), unit)));
    List<String> headings =
        List.of(
            "series",
            "round",
            "request",
            "attempt",
            unit.heading("sent"),
            unit.heading("ended"),
            "status");
    List<List<String>> rows = new ArrayList<>();
    for (Series series : comparison.series()) {
      attempts(recorded.typical(series))
          .forEach(bar -> rows.add(row(series, bar, recorded.names(), unit)));
    }
    return new Picture("waterfall", text, headings, rows);
  }

  private static Stream<Bar> attempts(Timeline timeline) {
    return Stream.concat(timeline.first().stream(), timeline.last().stream());
  }

  private static String inWords(Series series, Timeline timeline, TimeUnit unit) {
    long shown = attempts(timeline).count();
    long bad = attempts(timeline).filter(bar -> !bar.good()).count();
    return "%s, round %d: %s%s, %d of those shown failed, the last ended after %s."
        .formatted(
            series.label(),
            series.typical().round(),
            InWords.counted(shown + timeline.omitted(), "attempt", "attempts"),
            timeline.omitted() > 0 ? " of which " + shown + " are shown" : "",
            bad,
            unit.inWords(timeline.nanos() / 1e9));
  }

  private static List<String> row(
      Series series, Bar bar, Map<String, String> names, TimeUnit unit) {
    return List.of(
        series.label(),
        "" + series.typical().round(),
        (bar.label() + " " + names.getOrDefault(bar.label(), "")).strip(),
        "" + bar.number(),
        unit.number(bar.start() / 1e9),
        unit.number(bar.end() / 1e9),
        bar.status());
  }
}
