package io.github.fetchcharacters.compare.page;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import java.util.List;

/**
 * Where each series stands, which gives it its colour, its marks and its panel.
 *
 * @param modes their names, each once
 * @param all the series
 */
record SeriesOrder(List<String> modes, List<Series> all) {

  static SeriesOrder of(Comparison comparison) {
    List<Series> all = comparison.series();
    return new SeriesOrder(all.stream().map(Series::mode).distinct().toList(), all);
  }

  /** Whether a mode has several series. */
  boolean swept() {
    return all.size() > modes.size();
  }

  /** The place of its mode, from 0. */
  int mode(Series series) {
    return modes.indexOf(series.mode());
  }

  /** Its place among the series of its mode, from 0. */
  int place(Series series) {
    return all.stream().filter(one -> one.mode().equals(series.mode())).toList().indexOf(series);
  }
}
