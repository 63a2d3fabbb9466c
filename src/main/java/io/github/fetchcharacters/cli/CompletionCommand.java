package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.cli.option.ToolOptions;
import io.github.fetchcharacters.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code fetch-characters generate-completion}: picocli's script, made to complete {@code
 * --option=VALUE}, too.
 */
final class CompletionCommand implements Callable<Integer> {

  static final String SUMMARY = "Print a completion script for bash and zsh.";

  private final Streams streams;

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private CompletionCommand(Streams streams) {
    this.streams = streams;
    spec.name("generate-completion");
    spec.usageMessage()
        .customSynopsis("fetch-characters generate-completion")
        .description(
            SUMMARY, "To use it in this shell: source <(fetch-characters generate-completion)");
    ToolOptions.addTo(spec);
  }

  static CommandLine commandLine(Streams streams) {
    return new CommandLine(new CompletionCommand(streams).spec);
  }

  @Override
  public Integer call() throws IOException {
    String script = AutoComplete.bash(spec.root().name(), spec.root().commandLine());
    try (InputStream joined = CompletionCommand.class.getResourceAsStream("joined-values.sh")) {
      byte[] bytes = Objects.requireNonNull(joined).readAllBytes();
      streams.print(script + new String(bytes, StandardCharsets.UTF_8));
    }
    return ExitCodes.OK;
  }
}
