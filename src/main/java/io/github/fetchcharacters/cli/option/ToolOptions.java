package io.github.fetchcharacters.cli.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of every command: help and version. */
public final class ToolOptions {

  private ToolOptions() {}

  public static void addTo(CommandSpec command) {
    OptionGroup group = new OptionGroup("This tool");
    group.flag(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help message and exit."));
    group.flag(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print version information and exit."));
    group.addTo(command);
    command.versionProvider(new Version());
  }
}
