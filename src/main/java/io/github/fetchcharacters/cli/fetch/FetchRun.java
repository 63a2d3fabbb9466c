package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.ClientSettings;
import io.github.fetchcharacters.api.RunStatistics;
import io.github.fetchcharacters.api.Session;
import io.github.fetchcharacters.api.StepLog;
import io.github.fetchcharacters.cli.option.TerminalOptions;
import io.github.fetchcharacters.demo.DemoServer;
import io.github.fetchcharacters.demo.DemoSettings;
import io.github.fetchcharacters.fetch.Deadline;
import io.github.fetchcharacters.selection.InvalidIdException;
import io.github.fetchcharacters.selection.Selection;
import io.github.fetchcharacters.terminal.Messages;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.TerminalSettings;
import io.github.fetchcharacters.timeline.AttemptRecorder;
import io.github.fetchcharacters.timeline.Waterfall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fetches what a request asks for, prints it, and reports on it. For one thread, once. */
final class FetchRun {

  /** Rows of a waterfall: two screens at most. */
  private static final int MAX_FIRST = 20;

  private static final int MAX_LAST = 20;

  private final FetchRequest request;
  private final Selection selection;
  private final FetchRequest.Report report;
  private final Streams streams;
  private final Messages messages;
  private final RunStatistics statistics = new RunStatistics();
  private final @Nullable AttemptRecorder recorder;
  private final Deadline limit;
  private final ResultPrinter printer;

  FetchRun(FetchRequest request, Streams streams) {
    this.request = request;
    this.selection = request.selection();
    this.report = request.report();
    this.streams = streams;
    this.messages = TerminalOptions.messages(streams, report.color());
    this.recorder =
        report.waterfall() ? new AttemptRecorder(System::nanoTime, MAX_FIRST, MAX_LAST) : null;
    this.limit = new Deadline(request.deadline(), System::nanoTime);
    this.printer =
        new ResultPrinter(
            request.layout(),
            report.progress() ? streams.resultsAboveLine() : streams.results(),
            messages,
            selection::name,
            report.quiet(),
            request.failFast());
  }

  /** Runs to the end; the exit status. */
  int run() throws IOException {
    DemoSettings builtIn = request.demo();
    try (DemoServer demo = builtIn == null ? null : DemoServer.start(builtIn)) {
      long nanos = fetch(demo == null ? request.client() : request.client().at(demo.baseUri()));
      report(nanos);
    }
    if (printer.defect() != null && report.verbose()) {
      printer.defect().printStackTrace(streams.err());
    }
    return printer.exitCode();
  }

  /** Fetches and prints; the nanoseconds it took. */
  private long fetch(ClientSettings settings) {
    long start;
    try (FetchProgress progress =
            report.progress() ? new FetchProgress(streams, selection, printer) : null;
        Session session =
            new Session(settings, request.isLarge(), ApiListener.all(listeners(progress)))) {
      start = System.nanoTime();
      limit.run(
          printer::stop,
          () ->
              selection.fetch(
                  session.newClient(),
                  request.mode(),
                  request.plan(),
                  progress == null ? printer : progress));
    } catch (InvalidIdException | UncheckedIOException unreadable) {
      throw unreadable;
    } catch (RuntimeException | Error defect) {
      printer.stop("an internal error ended the run");
      throw defect;
    } finally {
      finish();
    }
    return System.nanoTime() - start;
  }

  private List<ApiListener> listeners(@Nullable FetchProgress progress) {
    List<ApiListener> listeners = new ArrayList<>(List.of(statistics));
    if (recorder != null) {
      listeners.add(recorder);
    }
    if (progress != null) {
      listeners.add(progress);
    }
    if (!report.quiet()) {
      listeners.add(new PauseNotice(messages, limit, this::left, System::nanoTime));
    }
    if (report.verbose()) {
      listeners.add(new StepLog());
    }
    listeners.add(limit);
    return listeners;
  }

  /** How much has no outcome yet; empty where that is not known. */
  private String left() {
    long left = selection.total() - printer.accepted();
    if (selection.total() < 0) {
      return "";
    }
    return selection.unit().isEmpty()
        ? RunStatistics.counted(left, "character", "characters")
        : left + selection.unit();
  }

  /** Accounts for every item, whatever ended the run. */
  private void finish() {
    Selection.End end = selection.end(printer.accepted(), printer.found());
    if (isStopped()) {
      if (printer.stopReason() != null && printer.canWrite()) {
        end.missing().forEach(printer::reportMissing);
      }
      printer.finish();
      return;
    }
    printer.finish();
    printer.reportShortfall(end.shortfall());
    if (!report.quiet() && !end.remark().isEmpty()) {
      messages.say(end.remark());
    }
  }

  private boolean isStopped() {
    return printer.stopReason() != null || Thread.currentThread().isInterrupted();
  }

  private void report(long nanos) {
    if (recorder != null) {
      draw(recorder);
    }
    if (report.timing()) {
      streams.err().println(timing(nanos));
    }
  }

  private void draw(AttemptRecorder attempts) {
    TerminalSettings terminal =
        TerminalSettings.of(streams.environment(), streams.display().columns());
    boolean colour =
        TerminalSettings.colour(report.color(), streams.environment(), streams.errIsTerminal());
    Waterfall waterfall = new Waterfall(terminal.width(), terminal.utf8(), colour);
    waterfall.lines(attempts.timeline()).forEach(line -> streams.err().print(line + "\n"));
    streams.err().flush();
  }

  private String timing(long nanos) {
    return String.format(
        Locale.ROOT,
        "%s in %.3f s (%s, %s)",
        RunStatistics.counted(printer.found(), "character", "characters"),
        nanos / 1e9,
        request.mode(),
        statistics.inWords());
  }
}
