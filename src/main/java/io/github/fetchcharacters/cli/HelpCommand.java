package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.option.ToolOptions;
import io.github.fetchcharacters.terminal.Streams;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/**
 * {@code fetch-characters help [COMMAND]}: the same as {@code --help}, by the name of a command.
 */
final class HelpCommand implements Callable<Integer> {

  static final String SUMMARY = "Show the whole help of a command.";

  private final Streams streams;

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private HelpCommand(Streams streams) {
    this.streams = streams;
    spec.name(CommandNames.HELP);
    spec.usageMessage()
        .customSynopsis("fetch-characters help [COMMAND]")
        .description(SUMMARY)
        .sortOptions(false);
    spec.addPositional(
        PositionalParamSpec.builder()
            .arity("0..1")
            .paramLabel("COMMAND")
            .type(String.class)
            .completionCandidates(CommandNames::iterator)
            .description("Its name. Without one the help is that of fetching.")
            .build());
    ToolOptions.addTo(spec);
  }

  static CommandLine commandLine(Streams streams) {
    return new CommandLine(new HelpCommand(streams).spec);
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    return HelpRequest.print(asked(root), root.getParseResult(), streams);
  }

  private CommandLine asked(CommandLine root) {
    String name = spec.commandLine().getParseResult().matchedPositionalValue(0, "");
    CommandLine asked = name.isEmpty() ? root : root.getSubcommands().get(name);
    if (asked == null) {
      throw new ParameterException(
          spec.commandLine(), "there is no command '" + name + "'" + CommandNames.question(name));
    }
    return asked;
  }
}
