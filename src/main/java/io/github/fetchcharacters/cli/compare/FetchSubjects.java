package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.ClientSettings;
import io.github.fetchcharacters.api.ConnectionLog;
import io.github.fetchcharacters.api.Session;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.report.Recorded;
import io.github.fetchcharacters.compare.statistics.Durations;
import io.github.fetchcharacters.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The subjects of a comparison, each with a client of its own. Empty at first, since what writes
 * the report is made before them. For the thread that measures.
 */
final class FetchSubjects implements Recorded, AutoCloseable {

  private final List<FetchSubject> all = new ArrayList<>();

  /**
   * What all subjects share.
   *
   * @param ids what each fetches in a turn
   * @param client settings but the requests in flight
   * @param log knows the connections that carry requests
   * @param filled whether something else fills the log, so that clients do not
   * @param ending hears of requests, too, so as to end them
   * @param cold whether each turn opens new connections
   * @param recording whether to record for {@link #typical}
   */
  record Shared(
      List<Long> ids,
      ClientSettings client,
      ConnectionLog log,
      boolean filled,
      ApiListener ending,
      boolean cold,
      boolean recording) {

    private Session session(Variant variant, ApiListener statistics) {
      List<ApiListener> listeners = new ArrayList<>(List.of(statistics, ending));
      if (!filled) {
        listeners.add(log);
      }
      return new Session(
          client.with(variant.mode().concurrency(variant.plan())),
          ids.size() > variant.mode().maxColdIds(variant.plan()),
          ApiListener.all(listeners));
    }
  }

  /** Makes one for each variant. */
  void add(List<Variant> variants, Shared shared) {
    for (Variant variant : variants) {
      all.add(
          new FetchSubject(
              variant,
              shared.ids(),
              statistics -> shared.session(variant, statistics),
              shared.cold(),
              shared.log(),
              shared.recording()));
    }
  }

  /** In the order of the variants. */
  List<FetchSubject> all() {
    return all;
  }

  @Override
  public Durations requests(Series series) {
    return of(series).requests();
  }

  @Override
  public Timeline typical(Series series) {
    return of(series).typical(series);
  }

  private FetchSubject of(Series series) {
    return all.stream()
        .filter(subject -> subject.parameters().equals(series.parameters()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Map<String, String> names() {
    return all.get(0).names();
  }

  @Override
  public void close() {
    all.forEach(FetchSubject::close);
  }
}
