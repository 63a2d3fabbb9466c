package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.compare.Subject;
import io.github.fetchcharacters.compare.Work;
import io.github.fetchcharacters.fetch.Fetcher;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.fetch.Outcome;
import io.github.fetchcharacters.fetch.OutcomeSink;
import io.github.fetchcharacters.output.TerminalText;
import io.github.fetchcharacters.output.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fetches the ids in one mode, with a client of its own. */
final class FetchSubject implements Subject, OutcomeSink, AutoCloseable {

  private final Mode mode;
  private final int concurrency;
  private final List<Long> ids;
  private final Function<ApiListener, Session> sessions;
  private final boolean cold;
  private final ConnectionLog log;
  private final TurnStatistics statistics = new TurnStatistics();
  private final Set<Object> knownConnections = new HashSet<>();
  private final @Nullable AttemptRecorder recorder;
  private final List<Timeline> timelines = new ArrayList<>();
  private List<Outcome> outcomes = new ArrayList<>();
  private @Nullable Session session;

  /**
   * Opens nothing yet.
   *
   * @param sessions opens a client that tells the listener its steps
   * @param cold whether each turn has a new client
   * @param log hears of the connections that carry requests
   * @param recorder records each turn for {@link #timelines}; null to do without
   */
  FetchSubject(
      Mode mode,
      int concurrency,
      List<Long> ids,
      Function<ApiListener, Session> sessions,
      boolean cold,
      ConnectionLog log,
      @Nullable AttemptRecorder recorder) {
    this.mode = mode;
    this.concurrency = concurrency;
    this.ids = ids;
    this.sessions = sessions;
    this.cold = cold;
    this.log = log;
    this.recorder = recorder;
  }

  @Override
  public String mode() {
    return mode.toString();
  }

  @Override
  public void prepare() {
    if (cold) {
      close();
    }
    open();
    outcomes = new ArrayList<>(ids.size());
    statistics.clear();
    log.clear();
    if (recorder != null) {
      recorder.clear();
    }
  }

  private Session open() {
    Session current = session;
    if (current == null) {
      current =
          sessions.apply(recorder == null ? statistics : new BothListeners(statistics, recorder));
      session = current;
      knownConnections.clear();
    }
    return current;
  }

  @Override
  public void run() {
    Fetcher fetcher = mode.fetcher(open().client(), concurrency);
    fetcher.fetch(ids.iterator(), this);
  }

  @Override
  public boolean accept(Outcome outcome) {
    outcomes.add(outcome);
    return !(outcome instanceof Outcome.Failed);
  }

  /** Nothing is shown before the end. */
  @Override
  public void idle() {}

  @Override
  public Work work() {
    if (recorder != null) {
      timelines.add(recorder.timeline());
    }
    List<Work.Item> items = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Found found) {
        items.add(new Work.Item(found.id(), found.character().json()));
      } else if (outcome instanceof Outcome.Failed failed) {
        failures.add(
            "character "
                + failed.id()
                + ": "
                + TerminalText.escape("" + failed.failure().getMessage()));
      } else if (failures.isEmpty()) {
        failures.add("character " + outcome.id() + ": not fetched, the run was stopped");
      }
    }
    return new Work(items, failures, statistics.counts(log.countNew(knownConnections)));
  }

  /** Of each turn so far, warm-up included, what was recorded. */
  List<Timeline> timelines() {
    return List.copyOf(timelines);
  }

  /** What the characters of the last turn are called, by id. */
  Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Found found) {
        names.put("" + found.id(), found.character().name());
      }
    }
    return names;
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
