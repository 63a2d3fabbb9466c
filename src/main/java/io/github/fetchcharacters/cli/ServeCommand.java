package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.cli.option.SettingsOptions;
import io.github.fetchcharacters.cli.option.ToolOptions;
import io.github.fetchcharacters.demo.DemoServer;
import io.github.fetchcharacters.terminal.Streams;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code fetch-characters serve}: the built-in API alone, until interrupted. */
final class ServeCommand implements Callable<Integer> {

  static final String SUMMARY = "Serve the built-in API on loopback until interrupted.";

  private final Streams streams;

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final ServeOptions options = new ServeOptions();

  private ServeCommand(Streams streams) {
    this.streams = streams;
    spec.name("serve");
    spec.usageMessage()
        .customSynopsis("fetch-characters serve [OPTIONS]")
        .description(SUMMARY)
        .sortOptions(false);
    options.group.addTo(spec);
    ToolOptions.addTo(spec);
    SettingsOptions.addTo(spec);
  }

  static CommandLine commandLine(Streams streams) {
    return new CommandLine(new ServeCommand(streams).spec);
  }

  @Override
  public Integer call() throws IOException {
    try (DemoServer server = DemoServer.start(options.settings())) {
      streams.print("listening on " + server.baseUri() + "\n");
      new CountDownLatch(1).await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return ExitCodes.OK;
  }
}
