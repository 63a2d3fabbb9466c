package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.RunStatistics;
import io.github.fetchcharacters.model.InWords;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.TerminalSettings;
import io.github.fetchcharacters.timeline.AttemptRecorder;
import io.github.fetchcharacters.timeline.Waterfall;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Records a run and prints its waterfall and its line of figures, if asked for. For one run. */
final class RunSummary {

  /** Rows of a waterfall: two screens at most. */
  private static final int MAX_FIRST = 20;

  private static final int MAX_LAST = 20;

  private final FetchRequest request;
  private final Streams streams;
  private final RunStatistics statistics = new RunStatistics();
  private final @Nullable AttemptRecorder recorder;

  RunSummary(FetchRequest request, Streams streams) {
    this.request = request;
    this.streams = streams;
    this.recorder = recorder(request.report().waterfall());
  }

  private static @Nullable AttemptRecorder recorder(WaterfallRows rows) {
    return switch (rows) {
      case NONE -> null;
      case ENDS -> new AttemptRecorder(System::nanoTime, MAX_FIRST, MAX_LAST);
      case ALL -> new AttemptRecorder(System::nanoTime, Integer.MAX_VALUE, 0);
    };
  }

  /** Returns the listeners that record the run. */
  List<ApiListener> listeners() {
    return recorder == null ? List.of(statistics) : List.of(statistics, recorder);
  }

  /**
   * Prints the summary.
   *
   * @param found number of characters printed
   * @param nanos time of the run
   */
  void print(long found, long nanos) {
    if (recorder != null) {
      draw(recorder);
    }
    if (request.report().timing()) {
      streams.err().println(timing(found, nanos));
    }
  }

  private void draw(AttemptRecorder attempts) {
    TerminalSettings terminal =
        TerminalSettings.of(streams.environment(), streams.display().columns());
    boolean colour =
        TerminalSettings.colour(
            request.report().color(), streams.environment(), streams.errIsTerminal());
    Waterfall waterfall = new Waterfall(terminal.width(), terminal.utf8(), colour);
    waterfall
        .lines(attempts.timeline(), " (--waterfall=all shows them)")
        .forEach(line -> streams.err().print(line + "\n"));
    streams.err().flush();
  }

  private String timing(long found, long nanos) {
    return String.format(
        Locale.ROOT,
        "%s in %.3f s (%s, %s)",
        InWords.characters(found),
        nanos / 1e9,
        request.mode(),
        statistics.inWords());
  }
}
