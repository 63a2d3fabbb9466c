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
            .description("Show the help, with -h on one screen, and exit."));
    group.flag(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description(
                "Print the version and exit; with --verbose also which Java it runs on,"
                    + " and from which archive of classes it started."));
    group.addTo(command);
    command.versionProvider(new Version(command));
  }
}
