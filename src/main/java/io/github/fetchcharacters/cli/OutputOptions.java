package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.output.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is written on standard output. */
@Command(description = "What to print")
final class OutputOptions {

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "How to print: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  Format format = Format.NAME;

  @Option(
      names = "--unordered",
      description = "Print each record as it arrives, not in the order asked.")
  boolean unordered;
}
