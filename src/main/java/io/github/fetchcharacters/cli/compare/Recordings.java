package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.compare.Durations;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.report.Recorded;
import io.github.fetchcharacters.timeline.Timeline;
import java.util.List;
import java.util.Map;

/**
 * What the subjects recorded.
 *
 * @param subjects complete when it is asked
 */
record Recordings(List<FetchSubject> subjects) implements Recorded {

  @Override
  public Durations requests(Series series) {
    return of(series).requests();
  }

  @Override
  public Timeline typical(Series series) {
    return of(series).typical(series);
  }

  @Override
  public Map<String, String> names() {
    return subjects.get(0).names();
  }

  private FetchSubject of(Series series) {
    return subjects.stream()
        .filter(subject -> subject.parameters().equals(series.parameters()))
        .findFirst()
        .orElseThrow();
  }
}
