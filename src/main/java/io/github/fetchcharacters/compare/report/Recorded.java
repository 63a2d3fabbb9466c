package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.statistics.Durations;
import io.github.fetchcharacters.timeline.Timeline;
import java.util.Map;

/** What was recorded of single requests; asked when everything is measured. */
public interface Recorded {

  /** How long the answered requests of the counted turns took. */
  Durations requests(Series series);

  /** The attempts of the series' typical turn. */
  Timeline typical(Series series);

  /** What the server calls that which an attempt's label stands for; any text. */
  Map<String, String> names();
}
