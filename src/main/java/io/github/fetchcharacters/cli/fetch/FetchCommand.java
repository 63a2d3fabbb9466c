package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.cli.option.ConnectionOptions;
import io.github.fetchcharacters.cli.option.FetchOptions;
import io.github.fetchcharacters.cli.option.FilterOptions;
import io.github.fetchcharacters.cli.option.IdArguments;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.cli.option.RetryOptions;
import io.github.fetchcharacters.cli.option.SettingsOptions;
import io.github.fetchcharacters.cli.option.TerminalOptions;
import io.github.fetchcharacters.cli.option.ToolOptions;
import io.github.fetchcharacters.selection.CharacterIds;
import io.github.fetchcharacters.selection.PageSelection;
import io.github.fetchcharacters.selection.Selection;
import io.github.fetchcharacters.terminal.Streams;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

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
    return new FetchRun(request(), streams).run();
  }

  private FetchRequest request() {
    return new FetchRequest(
        selection(),
        connection.demoSettings(),
        fetch.client(fetch.mode.value(), retry, connection, streams.environment()),
        fetch.mode.value(),
        fetch.plan(!output.unordered.value()),
        fetch.deadline.orNull(),
        fetch.failFast.value(),
        output.layout(streams),
        report.read(terminal, streams));
  }

  private Selection selection() {
    List<String> ids = arguments.value();
    boolean filtered = filter.isGiven();
    if (filtered && !ids.isEmpty()) {
      throw arguments.wrong(
          "either ids or filters: '" + ids.get(0) + "' does not go with --all or a filter");
    }
    if (ids.isEmpty() && !filtered) {
      throw arguments.wrong(
          "no character asked for: give an id, a range, - for standard input, a filter, or --all");
    }
    return filtered ? new PageSelection(filter.filters()) : CharacterIds.parse(ids, streams.in());
  }
}
