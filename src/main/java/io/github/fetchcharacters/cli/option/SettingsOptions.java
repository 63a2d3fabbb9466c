package io.github.fetchcharacters.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where options come from that are not on the command line. */
public final class SettingsOptions {

  /** Its name; unlike the others it is no setting of a file. */
  public static final String CONFIG = "--config";

  private SettingsOptions() {}

  public static void addTo(CommandSpec command) {
    OptionGroup group = new OptionGroup("Settings");
    group.add(
        Path.class,
        OptionSpec.builder(CONFIG)
            .paramLabel("FILE")
            .description(
                "Read settings from this file instead of"
                    + " ~/.config/fetch-characters/config.properties: a line such as retries=5 for"
                    + " each option.",
                "A variable such as FETCH_CHARACTERS_RETRIES comes before the file, the command"
                    + " line before both."));
    group.addTo(command);
  }
}
