package io.github.fetchcharacters.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is said on standard error. */
@Command(description = "What to say on standard error")
final class ReportOptions {

  @Option(
      names = {"-t", "--timing"},
      description = "One summary line on standard error when done.")
  boolean timing;

  @Option(
      names = {"-v", "--verbose"},
      description = "Log each step on standard error.")
  boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing but results; the exit status tells of failures.")
  boolean quiet;

  void check(CommandSpec spec) {
    if (verbose && quiet) {
      throw new ParameterException(spec.commandLine(), "--verbose and --quiet exclude each other");
    }
  }
}
