package io.github.fetchcharacters.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where options come from that are not on the command line. */
@Command(description = "Settings")
final class SettingsOptions {

  /** Its name; unlike the others it is no setting of a file. */
  static final String CONFIG = "--config";

  @Option(
      names = CONFIG,
      paramLabel = "FILE",
      description = {
        "Read settings from this file instead of ~/.config/fetch-characters/config.properties: a"
            + " line such as retries=5 for each option.",
        "A variable such as FETCH_CHARACTERS_RETRIES comes before the file, the command line before"
            + " both."
      })
  @Nullable Path config;

  /** The command, with these options after its own. */
  static CommandLine addTo(CommandLine command) {
    CommandSpec options = CommandSpec.forAnnotatedObject(new SettingsOptions());
    command.getCommandSpec().addMixin("settings", options);
    return command;
  }
}
