package io.github.fetchcharacters.compare.page;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.report.Recorded;
import io.github.fetchcharacters.compare.report.TimeUnit;
import io.github.fetchcharacters.compare.statistics.Durations;
import java.util.List;

/** How long single requests took, by series. */
final class AnswersPicture {

  private AnswersPicture() {}

  static Picture of(Comparison comparison, Recorded recorded) {
    TimeUnit unit = unit(comparison, recorded);
    List<Series> series = comparison.series();
    String text =
        Picture.words(
            "Answer times of single requests",
            series.stream().map(one -> inWords(one.label(), recorded.requests(one), unit)));
    List<String> headings =
        List.of(
            "series",
            "requests",
            unit.heading("50 %"),
            unit.heading("95 %"),
            unit.heading("99 %"),
            unit.heading("max"));
    return new Picture(
        "answers",
        text,
        headings,
        series.stream().map(one -> row(one.label(), recorded.requests(one), unit)).toList());
  }

  /** One for all series. */
  static TimeUnit unit(Comparison comparison, Recorded recorded) {
    return TimeUnit.of(
        comparison.series().stream()
            .mapToDouble(one -> recorded.requests(one).max())
            .filter(Double::isFinite)
            .max()
            .orElse(0));
  }

  private static String inWords(String label, Durations requests, TimeUnit unit) {
    return requests.count() == 0
        ? label + ": no answer."
        : "%s: half of %d requests within %s, 95 %% within %s, 99 %% within %s, the last after %s."
            .formatted(
                label,
                requests.count(),
                unit.inWords(requests.quantile(0.5)),
                unit.inWords(requests.quantile(0.95)),
                unit.inWords(requests.quantile(0.99)),
                unit.inWords(requests.max()));
  }

  private static List<String> row(String label, Durations requests, TimeUnit unit) {
    return List.of(
        label,
        "" + requests.count(),
        unit.number(requests.quantile(0.5)),
        unit.number(requests.quantile(0.95)),
        unit.number(requests.quantile(0.99)),
        unit.number(requests.max()));
  }
}
