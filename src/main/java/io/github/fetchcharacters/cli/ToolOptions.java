package io.github.fetchcharacters.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What every command tells of itself. */
final class ToolOptions {

  private ToolOptions() {}

  static void addTo(CommandSpec command) {
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
