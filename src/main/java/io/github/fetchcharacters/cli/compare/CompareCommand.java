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
import io.github.fetchcharacters.cli.option.IdArguments;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.cli.option.RetryOptions;
import io.github.fetchcharacters.cli.option.SettingsOptions;
import io.github.fetchcharacters.cli.option.TerminalOptions;
import io.github.fetchcharacters.cli.option.ToolOptions;
import io.github.fetchcharacters.compare.Baseline;
import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.EqualWork;
import io.github.fetchcharacters.compare.MeasuringLoop;
import io.github.fetchcharacters.compare.Refusal;
import io.github.fetchcharacters.compare.RoundListener;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.UnequalWorkException;
import io.github.fetchcharacters.compare.report.Conditions;
import io.github.fetchcharacters.compare.report.RecordContent;
import io.github.fetchcharacters.compare.report.TextTable;
import io.github.fetchcharacters.demo.DemoServer;
import io.github.fetchcharacters.demo.DemoSettings;
import io.github.fetchcharacters.fetch.Deadline;
import io.github.fetchcharacters.retry.Pause;
import io.github.fetchcharacters.selection.CharacterIds;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.TerminalSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code fetch-characters compare ID...}: times the modes against each other in this process. */
public final class CompareCommand implements Callable<Integer> {

  public static final String SUMMARY =
      "Time the modes against each other: each round runs every mode once, in a balanced order.";

  /** A round's records are held to be compared; more ids than this are no timing comparison. */
  private static final int MAX_IDS = 100_000;

  /** No turn of another mode takes longer, so that connections outlast it. */
  private static final Duration KEPT_IDLE = Duration.ofHours(1);

  /** Lines about what is unequal; the rest is counted. */
  private static final int MAX_DETAILS = 10;

  private final Streams streams;

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final OptionValue<List<String>> arguments =
      IdArguments.addTo(spec, "What to fetch in each turn: as for fetch-characters itself.");

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
    requireArgumentsBehind();
    cache.refuse(
        spec.commandLine().getParseResult(),
        "compare times requests, so it takes no --cache; leave it out");
    Baseline baseline = compare.readBaseline();
    List<Variant> variants = compare.variants();
    Session.keepIdleConnections(KEPT_IDLE);
    // Each subject has its own number of requests in flight.
    ClientSettings asked = fetch.client(1, retry, connection, streams.environment());
    DemoSettings builtIn = connection.demoSettings();
    List<Long> ids = ids();
    ConnectionLog log = new ConnectionLog();
    Deadline limit = new Deadline(fetch.deadline.orNull(), Pause.real(), System::nanoTime);
    FetchSubjects subjects = new FetchSubjects();
    try (ExportFiles files = ExportFiles.open(spec, compare.exports(subjects));
        DemoServer demo = builtIn == null ? null : DemoServer.start(builtIn, log::used)) {
      ClientSettings settings = demo == null ? asked : asked.at(demo.baseUri());
      boolean recording = compare.report.orNull() != null;
      subjects.add(
          variants,
          new Shared(ids, settings, log, demo != null, limit, compare.cold.value(), recording));
      Instant start = Instant.now();
      Function<List<Series>, Conditions> conditions =
          series ->
              MeasuredConditions.of(
                  spec, compare, settings.base(), demo != null, ids, start, series.get(0));
      AtomicReference<@Nullable String> stopped = new AtomicReference<>();
      try {
        List<Series> series = measured(subjects, limit, stopped::set);
        return report(series, conditions.apply(series), baseline, files);
      } catch (UnequalWorkException unequal) {
        Refusal refusal = refusal(unequal, stopped.get());
        say(refusal);
        files.write(refusal, conditions.apply(refusal.series()));
        return ExitCodes.FAILED;
      }
    }
  }

  private void requireArgumentsBehind() {
    CommandSpec parent = spec.parent();
    if (parent != null && !parent.commandLine().getParseResult().matchedArgs().isEmpty()) {
      throw arguments.wrong("arguments of compare stand behind it: fetch-characters compare …");
    }
  }

  private List<Long> ids() {
    List<Long> ids = new ArrayList<>();
    for (long id : CharacterIds.parse(arguments.value(), streams.in())) {
      if (ids.size() == MAX_IDS) {
        throw arguments.wrong("more than " + MAX_IDS + " ids are too many to compare");
      }
      ids.add(id);
    }
    if (ids.isEmpty()) {
      throw arguments.wrong("nothing to compare: give an id, a range, or - for standard input");
    }
    return ids;
  }

  /**
   * Measures before the deadline.
   *
   * @param stopped takes why it stopped early
   */
  private List<Series> measured(FetchSubjects subjects, Deadline limit, Consumer<String> stopped) {
    List<Series> series = new ArrayList<>();
    String reference = compare.reference().toString();
    try (CompareProgress progress = progress(subjects.all().size())) {
      MeasuringLoop loop =
          new MeasuringLoop(
              System::nanoTime,
              new ProcessMeter(),
              new EqualWork(RecordContent::difference),
              progress == null ? RoundListener.NONE : progress);
      limit.run(
          stopped, () -> series.addAll(loop.measure(subjects.all(), compare.rounds(), reference)));
    } finally {
      subjects.close();
    }
    return series;
  }

  private @Nullable CompareProgress progress(int subjects) {
    return terminal.showsProgress(streams)
        ? new CompareProgress(streams, subjects, compare.rounds())
        : null;
  }

  private static Refusal refusal(UnequalWorkException unequal, @Nullable String stopped) {
    boolean interrupted = stopped == null && Thread.currentThread().isInterrupted();
    String stop = interrupted ? "interrupted" : stopped;
    return stop == null
        ? new Refusal(String.valueOf(unequal.getMessage()), unequal.details(), unequal.measured())
        : new Refusal(stop, List.of(), unequal.measured());
  }

  private void say(Refusal refusal) {
    say("not compared: " + refusal.reason());
    List<String> details = refusal.details();
    details.stream().limit(MAX_DETAILS).forEach(this::say);
    if (details.size() > MAX_DETAILS) {
      say("and " + (details.size() - MAX_DETAILS) + " more");
    }
  }

  private int report(
      List<Series> series, Conditions measured, @Nullable Baseline baseline, ExportFiles files)
      throws IOException {
    Conditions conditions =
        baseline == null ? measured : measured.since(baseline.changes(measured.setup(), series));
    Comparison comparison =
        new Comparison(conditions.ids().size(), compare.reference().toString(), series);
    try {
      streams.print(table().export(comparison, conditions));
    } finally {
      // Even if the table has lost its reader.
      files.write(comparison, conditions);
    }
    return ExitCodes.OK;
  }

  /** For the terminal's width; a pipe takes a narrow table and no chart. */
  private TextTable table() {
    if (!streams.outIsTerminal().getAsBoolean()) {
      return TextTable.plain();
    }
    TerminalSettings terminal = TerminalSettings.of(streams.environment(), streams.outColumns());
    return TextTable.charted(terminal.width(), terminal.utf8());
  }

  private void say(String line) {
    terminal.messages(streams).say(line);
  }
}
