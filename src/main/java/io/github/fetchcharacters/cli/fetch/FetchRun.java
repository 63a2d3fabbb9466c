package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.api.AnswerCache;
import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CacheSettings;
import io.github.fetchcharacters.api.ClientSettings;
import io.github.fetchcharacters.api.Session;
import io.github.fetchcharacters.api.StepLog;
import io.github.fetchcharacters.cli.option.TerminalOptions;
import io.github.fetchcharacters.demo.DemoServer;
import io.github.fetchcharacters.demo.DemoSettings;
import io.github.fetchcharacters.fetch.Deadline;
import io.github.fetchcharacters.retry.Pause;
import io.github.fetchcharacters.selection.InvalidIdException;
import io.github.fetchcharacters.selection.Selection;
import io.github.fetchcharacters.terminal.Messages;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.TerminalText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fetches the characters of a request and prints them. For one thread, once. */
final class FetchRun {

  private final FetchRequest request;
  private final Selection selection;
  private final FetchRequest.Report report;
  private final Streams streams;
  private final Messages messages;
  private final RunSummary summary;
  private final Deadline limit;
  private final ResultPrinter printer;

  FetchRun(FetchRequest request, Streams streams) {
    this.request = request;
    this.selection = request.selection();
    this.report = request.report();
    this.streams = streams;
    this.messages = TerminalOptions.messages(streams, report.color());
    this.summary = new RunSummary(request, streams);
    this.limit = new Deadline(request.deadline(), Pause.real(), System::nanoTime);
    this.printer =
        new ResultPrinter(
            request.layout(),
            report.progress() ? streams.resultsAboveLine() : streams.results(),
            messages,
            selection::name,
            report.quiet(),
            request.failFast());
  }

  /** Runs to the end; returns the exit status. */
  int run() throws IOException {
    DemoSettings builtIn = request.demo();
    try (DemoServer demo = builtIn == null ? null : DemoServer.start(builtIn);
        // Closed last but for the server: it may wait for the disk, and all is printed before.
        AnswerCache cache = cache(settings(demo).base())) {
      long nanos = fetch(settings(demo), cache);
      summary.print(printer.found(), nanos);
    }
    RuntimeException defect = printer.failures().defect();
    if (defect != null && report.verbose()) {
      defect.printStackTrace(streams.err());
    }
    return printer.exitCode();
  }

  private ClientSettings settings(@Nullable DemoServer demo) {
    return demo == null ? request.client() : request.client().at(demo.baseUri());
  }

  private @Nullable AnswerCache cache(URI base) {
    CacheSettings settings = request.cache();
    return settings == null ? null : AnswerCache.open(base, settings, this::warn);
  }

  private void warn(String line) {
    if (!report.quiet()) {
      messages.say("warning: " + TerminalText.escape(line));
    }
  }

  /** Fetches and prints; returns the time in nanoseconds. */
  private long fetch(ClientSettings settings, @Nullable AnswerCache cache) {
    long start;
    try (FetchProgress progress =
            report.progress()
                ? new FetchProgress(streams, selection.unit(), selection::total, printer)
                : null;
        Session session =
            new Session(settings, request.isLarge(), ApiListener.all(listeners(progress)), cache)) {
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
    List<ApiListener> listeners = new ArrayList<>(summary.listeners());
    if (progress != null) {
      listeners.add(progress);
    }
    if (!report.quiet()) {
      listeners.add(
          new PauseNotice(
              messages, limit, () -> selection.left(printer.accepted()), System::nanoTime));
    }
    if (report.verbose()) {
      listeners.add(new StepLog());
    }
    listeners.add(limit);
    return listeners;
  }

  /** Accounts for every item, also of a run that ended early. */
  private void finish() {
    Selection.End end = selection.end(printer.accepted(), printer.found());
    if (printer.stopReason() != null && printer.canWrite()) {
      end.missing().forEach(printer::reportMissing);
      printer.reportUnread(end.unread());
    }
    reportUnfetched(end);
    printer.finish();
    if (isStopped()) {
      return;
    }
    printer.failures().shortfall(end.shortfall());
    if (!report.quiet() && !end.remark().isEmpty()) {
      messages.say(end.remark());
    }
  }

  /**
   * Counts the items that no reason to stop explains. A user who interrupts a wait for standard
   * input knows that it has not been read.
   */
  private void reportUnfetched(Selection.End end) {
    boolean interrupted = Thread.currentThread().isInterrupted();
    boolean cutShort = interrupted && printer.stopReason() == null;
    long count = printer.skipped() + (cutShort ? end.count() : 0);
    if (count > 0) {
      String unread = cutShort && !end.unread().isEmpty() ? " and " + end.unread() : "";
      String why = interrupted ? "interrupted" : "cancelled";
      printer.failures().unfetched(selection.counted(count) + unread + " not fetched, " + why);
    }
  }

  private boolean isStopped() {
    return printer.stopReason() != null || Thread.currentThread().isInterrupted();
  }
}
