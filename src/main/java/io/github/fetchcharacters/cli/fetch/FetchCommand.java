package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.HttpSettings;
import io.github.fetchcharacters.api.RunStatistics;
import io.github.fetchcharacters.api.Session;
import io.github.fetchcharacters.api.StepLog;
import io.github.fetchcharacters.cli.option.ConnectionOptions;
import io.github.fetchcharacters.cli.option.FetchOptions;
import io.github.fetchcharacters.cli.option.FilterOptions;
import io.github.fetchcharacters.cli.option.IdArguments;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.cli.option.RetryOptions;
import io.github.fetchcharacters.cli.option.SettingsOptions;
import io.github.fetchcharacters.cli.option.TerminalOptions;
import io.github.fetchcharacters.cli.option.ToolOptions;
import io.github.fetchcharacters.demo.DemoServer;
import io.github.fetchcharacters.fetch.Deadline;
import io.github.fetchcharacters.fetch.Plan;
import io.github.fetchcharacters.selection.CharacterIds;
import io.github.fetchcharacters.selection.InvalidIdException;
import io.github.fetchcharacters.selection.PageSelection;
import io.github.fetchcharacters.selection.Selection;
import io.github.fetchcharacters.terminal.Messages;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.timeline.AttemptRecorder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/** {@code fetch-characters ID...}: fetches and prints. */
public final class FetchCommand implements Callable<Integer> {

  private final Streams streams;

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final OptionValue<List<String>> arguments =
      IdArguments.addTo(
          spec,
          "A positive number, a range (1-20), a comma list of these (1,10,100-120), or - for ids"
              + " from standard input, separated by white space or commas, # starting a comment.",
          "@FILE stands for the arguments in a file.");

  private final FilterOptions filter = new FilterOptions();

  private final FetchOptions fetch = new FetchOptions();

  private final OutputOptions output = new OutputOptions();

  private final RetryOptions retry = new RetryOptions();

  private final ConnectionOptions connection = new ConnectionOptions();

  private final ReportOptions report = new ReportOptions();

  private final TerminalOptions terminal = new TerminalOptions();

  private FetchCommand(Streams streams) {
    this.streams = streams;
    spec.name("fetch-characters");
    describe(spec.usageMessage());
    filter.group.addTo(spec);
    fetch.group.addTo(spec);
    output.group.addTo(spec);
    retry.group.addTo(spec);
    connection.group.addTo(spec);
    report.group.addTo(spec);
    terminal.group.addTo(spec);
    ToolOptions.addTo(spec);
    SettingsOptions.addTo(spec);
  }

  private static void describe(UsageMessageSpec usage) {
    usage.customSynopsis(
        "fetch-characters [OPTIONS] ID...",
        "       fetch-characters [OPTIONS] --all",
        "       fetch-characters [OPTIONS] --name TEXT --status TEXT ...",
        "       fetch-characters compare [OPTIONS] ID...",
        "       fetch-characters serve [OPTIONS]",
        "       fetch-characters generate-completion");
    usage.description("", "Fetches Rick and Morty characters, one after another or all at once.");
    usage
        .footerHeading("%nExamples:%n")
        .footer(
            "  fetch-characters 1 10 100",
            "      three names, in this order",
            "  fetch-characters --mode=sync --timing 1-20",
            "      one after another, with the time it took",
            "  seq 1 826 | fetch-characters -",
            "      ids from standard input, printed as they come",
            "  fetch-characters -f ndjson 1-20 | jq -r .status",
            "      one JSON record a line, for a pipeline",
            "  fetch-characters --name rick --status alive",
            "      every match, page after page",
            "  fetch-characters --demo 1 10 100",
            "      the built-in API, without a network",
            "  fetch-characters compare --demo 1 10 100",
            "      how much faster the modes are than one another",
            "",
            "Exit status:",
            "  0    every character was printed, or the reader of standard output went away",
            "  1    at least one could not be fetched; all others were printed",
            "  2    the command line is wrong; nothing was fetched",
            "  130  interrupted (143: terminated)");
  }

  public static CommandSpec spec(Streams streams) {
    return new FetchCommand(streams).spec;
  }

  @Override
  public Integer call() throws IOException {
    Selection selection = checkedSelection();
    URI base = connection.base(spec);
    try (DemoServer demo =
        connection.demo.value() ? DemoServer.start(connection.demoSettings(spec)) : null) {
      return fetch(selection, demo == null ? base : demo.baseUri());
    }
  }

  private Selection checkedSelection() {
    filter.check(spec);
    fetch.check(spec);
    retry.check(spec);
    connection.check(spec);
    report.check(spec);
    List<String> ids = arguments.value();
    if (filter.isGiven() && !ids.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "either ids or filters: '" + ids.get(0) + "' does not go with --all or a filter");
    }
    if (ids.isEmpty() && !filter.isGiven()) {
      throw new ParameterException(
          spec.commandLine(),
          "no character asked for: give an id, a range, - for standard input, a filter, or --all");
    }
    return filter.isGiven()
        ? new PageSelection(filter.filters())
        : CharacterIds.parse(ids, streams.in());
  }

  private int fetch(Selection selection, URI base) throws IOException {
    HttpSettings settings = connection.settings(spec, base, streams.environment());
    RunStatistics statistics = new RunStatistics();
    AttemptRecorder recorder = report.recorder();
    boolean showing = !report.quiet.value() && terminal.showsProgress(streams);
    OutputStream out = showing ? streams.resultsAboveLine() : streams.results();
    Messages messages = terminal.messages(streams);
    Deadline limit = fetch.limit();
    ResultPrinter printer =
        new ResultPrinter(
            output.layout(spec, streams),
            out,
            messages,
            selection::name,
            report.quiet.value(),
            fetch.failFast.value());
    long start;
    ApiListener notice = new PauseNotice(messages, limit, () -> left(selection, printer));
    try (FetchProgress progress = showing ? new FetchProgress(streams, selection, printer) : null;
        Session session =
            session(
                selection,
                base,
                settings,
                ApiListener.all(listeners(statistics, recorder, progress, notice, limit)))) {
      Plan plan = fetch.plan(!output.unordered.value());
      start = System.nanoTime();
      limit.run(
          printer::stop,
          () ->
              selection.fetch(
                  session.client(),
                  fetch.mode.value(),
                  plan,
                  progress == null ? printer : progress));
    } catch (InvalidIdException | UncheckedIOException unreadable) {
      throw unreadable;
    } catch (RuntimeException | Error defect) {
      printer.stop("an internal error ended the run");
      throw defect;
    } finally {
      reportMissing(selection, printer);
      printer.finish();
    }
    if (!isStopped(printer)) {
      printer.reportShortfall(selection.shortfall(printer.found()));
      remark(selection, messages);
    }
    if (recorder != null) {
      report.draw(recorder, streams, terminal.color.value());
    }
    if (report.timing.value() && !report.quiet.value()) {
      streams.err().println(timing(printer, statistics, System.nanoTime() - start));
    }
    return exitCode(printer);
  }

  private Session session(
      Selection selection, URI base, HttpSettings settings, ApiListener listener) {
    boolean many =
        selection.isMoreThan(
            Session.MOST_COLD_CONNECTIONS * fetch.idsPerRequest(fetch.mode.value()));
    return new Session(
        base,
        settings,
        retry.policy(),
        many,
        alone -> fetch.window(fetch.mode.value(), retry.maxDelay.value(), alone),
        listener);
  }

  private List<ApiListener> listeners(
      RunStatistics statistics,
      @Nullable AttemptRecorder recorder,
      @Nullable FetchProgress progress,
      ApiListener notice,
      Deadline limit) {
    List<ApiListener> listeners = new ArrayList<>(List.of(statistics));
    if (recorder != null) {
      listeners.add(recorder);
    }
    if (progress != null) {
      listeners.add(progress);
    }
    if (!report.quiet.value()) {
      listeners.add(notice);
    }
    if (report.verbose.value()) {
      listeners.add(new StepLog());
    }
    listeners.add(limit);
    return listeners;
  }

  /** How much is not printed yet; empty where nobody knows. */
  private static String left(Selection selection, ResultPrinter printer) {
    long total = selection.total();
    if (total < 0) {
      return "";
    }
    long left = total - printer.accepted();
    return selection.unit().isEmpty()
        ? RunStatistics.counted(left, "character", "characters")
        : left + selection.unit();
  }

  /** What a stop left unread, as far as it is known. */
  private static void reportMissing(Selection selection, ResultPrinter printer) {
    if (printer.stopReason() != null && printer.canWrite()) {
      selection.after(printer.accepted()).forEach(printer::reportMissing);
    }
  }

  private static boolean isStopped(ResultPrinter printer) {
    return printer.stopReason() != null || Thread.currentThread().isInterrupted();
  }

  private void remark(Selection selection, Messages messages) {
    if (!report.quiet.value() && !selection.remark().isEmpty()) {
      messages.say(selection.remark());
    }
  }

  private String timing(ResultPrinter printer, RunStatistics statistics, long nanos) {
    return String.format(
        Locale.ROOT,
        "%s in %.3f s (%s, %s)",
        RunStatistics.counted(printer.found(), "character", "characters"),
        nanos / 1e9,
        fetch.mode.value(),
        statistics.inWords());
  }

  private int exitCode(ResultPrinter printer) {
    if (printer.defect() != null && report.verbose.value()) {
      printer.defect().printStackTrace(streams.err());
    }
    return printer.exitCode();
  }
}
