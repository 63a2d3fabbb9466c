package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.compare.Refusal;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.measurement.EqualWork;
import io.github.fetchcharacters.compare.measurement.MeasuringLoop;
import io.github.fetchcharacters.compare.measurement.RecordContent;
import io.github.fetchcharacters.compare.measurement.RoundListener;
import io.github.fetchcharacters.compare.measurement.Rounds;
import io.github.fetchcharacters.compare.measurement.UnequalWorkException;
import io.github.fetchcharacters.fetch.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Measures subjects once, and knows why it refused to compare them. For one thread. */
final class Measurement {

  private final Rounds rounds;
  private final String reference;
  private final Deadline limit;
  private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();

  /**
   * Starts nothing yet.
   *
   * @param reference the mode that the others are compared with
   * @param limit ends the measurement at the latest
   */
  Measurement(Rounds rounds, String reference, Deadline limit) {
    this.rounds = rounds;
    this.reference = reference;
    this.limit = limit;
  }

  /**
   * Measures the subjects and closes them.
   *
   * @param progress shown meanwhile, and closed; null for none
   * @throws UnequalWorkException if they did not do the same, or were stopped
   */
  List<Series> of(FetchSubjects subjects, @Nullable CompareProgress progress) {
    List<Series> series = new ArrayList<>();
    try (progress) {
      MeasuringLoop loop = loop(progress == null ? RoundListener.NONE : progress);
      limit.run(stopped::set, () -> series.addAll(loop.measure(subjects.all(), rounds, reference)));
    } finally {
      subjects.close();
    }
    return series;
  }

  private static MeasuringLoop loop(RoundListener listener) {
    return new MeasuringLoop(
        System::nanoTime, new ProcessMeter(), new EqualWork(RecordContent::difference), listener);
  }

  /** Why there is no comparison: a stop explains what is unequal then. */
  Refusal refusal(UnequalWorkException unequal) {
    String byDeadline = stopped.get();
    if (byDeadline != null) {
      return new Refusal(byDeadline, List.of(), false, unequal.measured());
    }
    return Thread.currentThread().isInterrupted()
        ? new Refusal("interrupted", List.of(), true, unequal.measured())
        : new Refusal("" + unequal.getMessage(), unequal.details(), false, unequal.measured());
  }
}
