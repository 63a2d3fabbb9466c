package io.github.fetchcharacters.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The option for the file of settings. */
public final class SettingsOptions {

  /** Its name; it is the only option that is no setting of a file. */
  public static final String CONFIG = "--config";

  private SettingsOptions() {}

  public static void addTo(CommandSpec command) {
    OptionGroup group = new OptionGroup("Settings");
    group.add(
        Path.class,
        OptionSpec.builder(CONFIG)
            .paramLabel("FILE")
            .description(
                "Read settings from this file: a line such as retries=5 for each option. Default:",
                // On a line of its own: picocli would break it behind the first period.
                "~/.config/fetch-characters/config.properties.",
                "A variable such as FETCH_CHARACTERS_RETRIES comes before the file, the command"
                    + " line before both."));
    group.addTo(command);
  }
}
