package io.github.fetchcharacters.compare.page;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Turn;
import io.github.fetchcharacters.compare.report.TimeUnit;
import java.util.ArrayList;
import java.util.List;

/** The fetch times by round, those of the warm-up among them. */
final class RoundsPicture {

  private RoundsPicture() {}

  static Picture of(Comparison comparison) {
    TimeUnit unit = TimeUnit.of(comparison);
    String text =
        Picture.words(
            "Fetch time by round", comparison.series().stream().map(one -> inWords(one, unit)));
    List<String> headings = new ArrayList<>(List.of("round"));
    comparison.series().forEach(one -> headings.add(unit.heading(one.label())));
    return new Picture("rounds", text, headings, rows(comparison.series(), unit));
  }

  private static String inWords(Series series, TimeUnit unit) {
    List<Turn> warmups = series.warmups();
    List<Turn> turns = series.turns();
    String warmup =
        warmups.isEmpty()
            ? ""
            : "warm-up from %s to %s, "
                .formatted(first(warmups, unit), unit.inWords(last(warmups).seconds()));
    return "%s: %sfirst counted round %s, last %s."
        .formatted(
            series.label(),
            warmup,
            unit.inWords(turns.get(0).seconds()),
            unit.inWords(last(turns).seconds()));
  }

  private static String first(List<Turn> turns, TimeUnit unit) {
    return unit.number(turns.get(0).seconds());
  }

  private static Turn last(List<Turn> turns) {
    return turns.get(turns.size() - 1);
  }

  private static List<List<String>> rows(List<Series> series, TimeUnit unit) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < series.get(0).warmups().size(); i++) {
      rows.add(row("warm-up " + (i + 1), turns(series, true, i), unit));
    }
    for (int i = 0; i < series.get(0).turns().size(); i++) {
      rows.add(row("" + (i + 1), turns(series, false, i), unit));
    }
    return rows;
  }

  private static List<Turn> turns(List<Series> series, boolean warmup, int place) {
    return series.stream().map(one -> (warmup ? one.warmups() : one.turns()).get(place)).toList();
  }

  private static List<String> row(String round, List<Turn> turns, TimeUnit unit) {
    List<String> row = new ArrayList<>(List.of(round));
    turns.forEach(turn -> row.add(unit.number(turn.seconds())));
    return row;
  }
}
