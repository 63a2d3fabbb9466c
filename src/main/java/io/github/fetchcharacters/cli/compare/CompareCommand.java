package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.api.ClientSettings;
import io.github.fetchcharacters.api.ConnectionLog;
import io.github.fetchcharacters.api.Session;
import io.github.fetchcharacters.cli.compare.FetchSubjects.Shared;
import io.github.fetchcharacters.cli.option.CacheOptions;
import io.github.fetchcharacters.cli.option.ConnectionOptions;
import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.cli.option.FetchOptions;
import io.github.fetchcharacters.cli.option.GroupedHelp;
import io.github.fetchcharacters.cli.option.RetryOptions;
import io.github.fetchcharacters.cli.option.SettingsOptions;
import io.github.fetchcharacters.cli.option.TerminalOptions;
import io.github.fetchcharacters.cli.option.ToolOptions;
import io.github.fetchcharacters.compare.Refusal;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.baseline.Baseline;
import io.github.fetchcharacters.compare.measurement.UnequalWorkException;
import io.github.fetchcharacters.compare.report.Conditions;
import io.github.fetchcharacters.demo.DemoServer;
import io.github.fetchcharacters.demo.DemoSettings;
import io.github.fetchcharacters.fetch.Deadline;
import io.github.fetchcharacters.retry.Pause;
import io.github.fetchcharacters.terminal.Streams;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code fetch-characters compare ID...}: times the modes against each other in this process. */
public final class CompareCommand implements Callable<Integer> {

  public static final String SUMMARY =
      "Time the modes against each other: each round runs every mode once, in a balanced order.";

  /** No turn of another mode takes longer, so that connections outlast it. */
  private static final Duration KEPT_IDLE = Duration.ofHours(1);

  private final Streams streams;

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final CompareArguments arguments = new CompareArguments(spec);

  private final CompareOptions compare = new CompareOptions();

  private final FetchOptions fetch = new FetchOptions();

  private final RetryOptions retry = new RetryOptions();

  private final ConnectionOptions connection = new ConnectionOptions();

  private final CacheOptions cache = CacheOptions.refused();

  private final TerminalOptions terminal = new TerminalOptions();

  private CompareCommand(Streams streams) {
    this.streams = streams;
    spec.name("compare");
    spec.usageMessage()
        .customSynopsis("fetch-characters compare [OPTIONS] ID...")
        .description(
            SUMMARY,
            "Times go from the first request to the last record: starting threads, connecting and"
                + " decoding lie inside.",
            "Refuses to compare where they do not bring the same characters.")
        .sortOptions(false);
    // It has several modes and values; and it always stops at the first failure.
    fetch.group.leaveOut("--mode", "--concurrency", "--batch-size", "--fail-fast");
    compare.group.addTo(spec);
    fetch.group.addTo(spec);
    retry.group.addTo(spec);
    connection.group.addTo(spec);
    cache.group.addTo(spec);
    terminal.group.addTo(spec);
    ToolOptions.addTo(spec);
    SettingsOptions.addTo(spec);
  }

  /** The command with all options of fetching that make sense here. */
  public static CommandLine commandLine(Streams streams) {
    CommandLine command = new CommandLine(new CompareCommand(streams).spec);
    GroupedHelp.install(command);
    return command;
  }

  @Override
  public Integer call() throws IOException {
    compare.check();
    cache.refuse("compare times requests, so it takes no --cache; leave it out");
    Baseline baseline = compare.readBaseline();
    List<Variant> variants = compare.variants();
    Session.keepIdleConnections(KEPT_IDLE);
    // Each subject has its own number of requests in flight.
    ClientSettings asked = fetch.client(1, retry, connection, streams.environment());
    DemoSettings builtIn = connection.demoSettings();
    List<Long> ids = arguments.ids(streams.in());
    ConnectionLog log = new ConnectionLog();
    Deadline limit = new Deadline(fetch.deadline.orNull(), Pause.real(), System::nanoTime);
    FetchSubjects subjects = new FetchSubjects();
    try (ExportFiles files = ExportFiles.open(spec, compare.exports.targets(subjects));
        DemoServer demo = builtIn == null ? null : DemoServer.start(builtIn, log::used)) {
      ClientSettings settings = demo == null ? asked : asked.at(demo.baseUri());
      boolean recording = compare.exports.showsRequests();
      subjects.add(
          variants,
          new Shared(ids, settings, log, demo != null, limit, compare.cold.value(), recording));
      Instant start = Instant.now();
      Function<List<Series>, Conditions> conditions =
          series ->
              MeasuredConditions.of(
                  spec, compare, settings.base(), demo != null, ids, start, series.get(0));
      return compared(
          subjects, limit, conditions, new Findings(streams, terminal, files, baseline));
    }
  }

  private int compared(
      FetchSubjects subjects,
      Deadline limit,
      Function<List<Series>, Conditions> conditions,
      Findings findings)
      throws IOException {
    String reference = compare.reference().toString();
    Measurement measurement = new Measurement(compare.rounds(), reference, limit);
    try {
      List<Series> series = measurement.of(subjects, progress(subjects.all().size()));
      findings.show(reference, series, conditions.apply(series));
      return ExitCodes.OK;
    } catch (UnequalWorkException unequal) {
      Refusal refusal = measurement.refusal(unequal);
      findings.show(refusal, conditions.apply(refusal.series()));
      return ExitCodes.FAILED;
    }
  }

  private @Nullable CompareProgress progress(int subjects) {
    return terminal.showsProgress(streams)
        ? new CompareProgress(streams, subjects, compare.rounds())
        : null;
  }
}
