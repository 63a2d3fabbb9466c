package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.terminal.Streams;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code fetch-characters ID...}: fetches and prints. */
public final class FetchCommand implements Callable<Integer> {

  private final Streams streams;

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final FetchArguments arguments;

  private FetchCommand(Streams streams) {
    this.streams = streams;
    spec.name("fetch-characters");
    describe(spec.usageMessage());
    arguments = new FetchArguments(spec);
  }

  private static void describe(UsageMessageSpec usage) {
    usage.customSynopsis(
        "fetch-characters [OPTIONS] ID...",
        "       fetch-characters [OPTIONS] --all",
        "       fetch-characters [OPTIONS] --name TEXT --status TEXT ...",
        "       fetch-characters compare [OPTIONS] ID...",
        "       fetch-characters serve [OPTIONS]",
        "       fetch-characters cache [--clear]",
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
    return new FetchRun(FetchRequest.of(arguments, streams), streams).run();
  }
}
