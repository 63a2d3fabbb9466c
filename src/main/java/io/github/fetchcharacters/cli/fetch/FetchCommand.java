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
        "       fetch-characters generate-completion",
        "       fetch-characters help [COMMAND]");
    usage.description("Fetches Rick and Morty characters, one after another or all at once.");
  }

  public static CommandSpec spec(Streams streams) {
    return new FetchCommand(streams).spec;
  }

  @Override
  public Integer call() throws IOException {
    return new FetchRun(FetchRequest.of(arguments, streams), streams).run();
  }
}
