package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.ConnectionLog;
import io.github.fetchcharacters.api.RunStatistics;
import io.github.fetchcharacters.api.Session;
import io.github.fetchcharacters.compare.Counts;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.measurement.Subject;
import io.github.fetchcharacters.compare.measurement.Work;
import io.github.fetchcharacters.compare.statistics.Durations;
import io.github.fetchcharacters.fetch.Fetcher;
import io.github.fetchcharacters.fetch.Outcome;
import io.github.fetchcharacters.fetch.OutcomeSink;
import io.github.fetchcharacters.timeline.AttemptRecorder;
import io.github.fetchcharacters.timeline.DurationRecorder;
import io.github.fetchcharacters.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Fetches the ids in one mode, with a client of its own. For the thread that measures. */
final class FetchSubject implements Subject, OutcomeSink, AutoCloseable {

  /** Rows of a report's waterfall. */
  private static final int MAX_FIRST = 40;

  private static final int MAX_LAST = 10;

  private final Variant variant;
  private final List<Long> ids;
  private final Function<ApiListener, Session> sessions;
  private final boolean cold;
  private final ConnectionLog log;
  private final RunStatistics statistics = new RunStatistics();
  private final Stopwatch stopwatch = new Stopwatch();
  private final Set<Object> knownConnections = new HashSet<>();
  private final DurationRecorder durations;
  private final Durations requests = new Durations();
  private final @Nullable AttemptRecorder recorder;
  private final List<Timeline> timelines = new ArrayList<>();
  private boolean counted;
  private TurnOutcomes outcomes = new TurnOutcomes();
  private @Nullable Session session;

  /**
   * Opens nothing yet.
   *
   * @param sessions opens a session for a listener
   * @param cold whether each turn has a new client
   * @param log hears of the connections that carry requests
   * @param recording whether to record for {@link #typical}
   */
  FetchSubject(
      Variant variant,
      List<Long> ids,
      Function<ApiListener, Session> sessions,
      boolean cold,
      ConnectionLog log,
      boolean recording) {
    this.variant = variant;
    this.ids = ids;
    this.sessions = sessions;
    this.cold = cold;
    this.log = log;
    this.durations = new DurationRecorder(System::nanoTime, ids.size());
    this.recorder = recording ? new AttemptRecorder(System::nanoTime, MAX_FIRST, MAX_LAST) : null;
  }

  @Override
  public Parameters parameters() {
    return variant.parameters();
  }

  @Override
  public void prepare(boolean warmup) {
    counted = !warmup;
    if (cold) {
      close();
    }
    open();
    outcomes = new TurnOutcomes();
    statistics.clear();
    log.clear();
    durations.clear();
    if (recorder != null) {
      recorder.clear();
    }
  }

  private Session open() {
    Session current = session;
    if (current == null) {
      current = sessions.apply(ApiListener.all(listeners()));
      session = current;
      knownConnections.clear();
    }
    return current;
  }

  private List<ApiListener> listeners() {
    return recorder == null
        ? List.of(statistics, stopwatch, durations)
        : List.of(statistics, stopwatch, durations, recorder);
  }

  /** Making and ending a pool of threads lies outside; each turn has a window of its own. */
  @Override
  public long run(LongSupplier clock) {
    stopwatch.start(clock);
    Fetcher fetcher = variant.mode().fetcher(open().newClient(), variant.plan());
    fetcher.fetch(ids.iterator(), this);
    return stopwatch.nanos();
  }

  @Override
  public boolean accept(Outcome outcome) {
    stopwatch.lap();
    outcomes.add(outcome);
    return !(outcome instanceof Outcome.Failed);
  }

  /** Nothing is shown before the end. */
  @Override
  public boolean idle() {
    return true;
  }

  @Override
  public Work work() {
    if (counted) {
      LongStream.of(durations.nanos()).forEach(requests::add);
    }
    if (recorder != null) {
      timelines.add(recorder.timeline());
    }
    return outcomes.work(ids.size(), counts());
  }

  private Counts counts() {
    return new Counts(
        statistics.requests(),
        statistics.retries(),
        statistics.resent(),
        log.countNew(knownConnections),
        statistics.protocol());
  }

  /** How long the answered requests of the counted turns took. */
  Durations requests() {
    return requests;
  }

  /** What was recorded of the series' typical turn. */
  Timeline typical(Series series) {
    return timelines.get(series.warmups().size() + series.typical().round() - 1);
  }

  /** What the characters of the last turn are called, by id. */
  Map<String, String> names() {
    return outcomes.names();
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
