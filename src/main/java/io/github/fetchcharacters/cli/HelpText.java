package io.github.fetchcharacters.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the help of a command says beside its options.
 *
 * @param usage the forms of the command, as the help of one screen has them
 * @param options those that the help of one screen lists
 * @param examples the help of one screen has the first three
 * @param statuses a line for each value of the exit status, the value first
 */
record HelpText(
    List<String> usage, List<Option> options, List<Example> examples, List<String> statuses) {

  /**
   * An option on one line.
   *
   * @param words fewer than the whole help has
   */
  record Option(String name, String words) {}

  /**
   * A command line.
   *
   * @param command the line, without a prompt
   * @param meaning a few words
   */
  record Example(String command, String meaning) {}

  private static final String WRONG = "2    the command line is wrong; nothing was done";
  private static final String STOPPED = "130  interrupted (143: terminated)";

  /** Returns the text of the command with this name. */
  static HelpText of(String command) {
    return switch (command) {
      case CommandNames.COMPARE -> compare();
      case CommandNames.SERVE -> serve();
      case CommandNames.CACHE -> cache();
      case CommandNames.COMPLETION -> completion();
      case CommandNames.HELP -> help();
      default -> fetch();
    };
  }

  private static HelpText fetch() {
    return new HelpText(
        List.of(
            "fetch-characters [OPTIONS] ID...",
            "fetch-characters compare|serve|cache|generate-completion|help ..."),
        List.of(
            new Option("--all", "every character"),
            new Option("--name", "those whose name contains TEXT"),
            new Option("--mode", "sync, async, threads, batch; default async"),
            new Option("--concurrency", "most requests in flight, 1 to 1000; default 50"),
            new Option("--format", "name, json, ndjson, csv, tsv, table; default name"),
            new Option("--fields", "what to print of each, such as id,name,origin.name"),
            new Option("--retries", "attempts after the first; default 2"),
            new Option("--demo", "use the built-in API; no network"),
            new Option("--timing", "one summary line when done"),
            new Option("--waterfall", "a bar for each attempt when done")),
        List.of(
            new Example("fetch-characters 1 10 100", "three names, in this order"),
            new Example("fetch-characters -f ndjson 1-20 | jq -r .status", "a JSON record a line"),
            new Example(
                "fetch-characters --name rick --status alive", "every match, page after page"),
            new Example(
                "fetch-characters --mode=sync --timing 1-20",
                "one after another, with the time it took"),
            new Example(
                "seq 1 826 | fetch-characters -", "ids from standard input, printed as they come"),
            new Example("fetch-characters --demo 1 10 100", "the built-in API, without a network"),
            new Example(
                "fetch-characters compare --demo 1 10 100",
                "how much faster the modes are than one another")),
        List.of(
            "0    every character was printed, or the reader of standard output went away",
            "1    at least one could not be fetched; all others were printed",
            "2    the command line is wrong; nothing was fetched",
            STOPPED));
  }

  private static HelpText compare() {
    return new HelpText(
        List.of("fetch-characters compare [OPTIONS] ID..."),
        List.of(
            new Option("--modes", "which to compare; default sync,threads,async"),
            new Option("--concurrency", "most requests in flight, or several values"),
            new Option("--runs", "rounds that count; default auto"),
            new Option("--warmup", "rounds before these; default auto"),
            new Option("--reference", "the mode that the others are compared with"),
            new Option("--report", "write an HTML page with charts"),
            new Option("--export-json", "write every time measured"),
            new Option("--baseline", "say what changed since an earlier --export-json"),
            new Option("--demo", "use the built-in API; no network")),
        List.of(
            new Example("fetch-characters compare --demo 1-20", "without a network"),
            new Example("fetch-characters compare --demo -c 1,5,20 1-50", "at three values"),
            new Example("fetch-characters compare --demo --report=modes.html 1-20", "as a page")),
        List.of(
            "0    the modes were compared",
            "1    a character could not be fetched, or not the same ones in all modes",
            WRONG,
            STOPPED));
  }

  private static HelpText serve() {
    return new HelpText(
        List.of("fetch-characters serve [OPTIONS]"),
        List.of(
            new Option("--port", "0 takes a free one; default 0"),
            new Option("--latency", "answer time per request; default 200ms"),
            new Option("--jitter", "most time added to it; default 0ms"),
            new Option("--characters", "how many there are; default 826"),
            new Option("--seed", "what faults and jitter are drawn from; default 42"),
            new Option("--error-rate", "share of requests answered 500 or 503, 0 to 1"),
            new Option("--reset-rate", "share of connections closed without an answer, 0 to 1"),
            new Option("--rate-limit", "answer 429 to requests above N per s, m or h"),
            new Option("--retry-after", "what a 429 asks the client to wait"),
            new Option("--config", "read settings from FILE")),
        List.of(
            new Example("fetch-characters serve", "on a free port"),
            new Example("fetch-characters serve --port=8080 --latency=50ms", "a fast API"),
            new Example("fetch-characters serve --error-rate=0.1", "one answer in ten fails")),
        List.of("1    the port cannot be used", WRONG, STOPPED));
  }

  private static HelpText cache() {
    return new HelpText(
        List.of("fetch-characters cache [--clear]"),
        List.of(
            new Option("--clear", "remove all of it"),
            new Option("--help", "this help, or with --help the whole"),
            new Option("--version", "the version")),
        List.of(
            new Example("fetch-characters cache", "the folder, its size and its age"),
            new Example("fetch-characters cache --clear", "removes all of it"),
            new Example("fetch-characters --cache=1h 1-20", "fetches, and keeps for the next run")),
        List.of("0    it was shown, or removed", "1    it cannot be read or removed", WRONG));
  }

  private static HelpText completion() {
    return new HelpText(
        List.of("fetch-characters generate-completion"),
        List.of(
            new Option("--help", "this help, or with --help the whole"),
            new Option("--version", "the version")),
        List.of(
            new Example("fetch-characters generate-completion > FILE", "to be sourced later"),
            new Example("source <(fetch-characters generate-completion)", "in this shell alone")),
        List.of("0    the script was printed", "1    it could not be written", WRONG));
  }

  private static HelpText help() {
    return new HelpText(
        List.of("fetch-characters help [COMMAND]"),
        List.of(
            new Option("--help", "this help, or with --help the whole"),
            new Option("--version", "the version")),
        List.of(
            new Example("fetch-characters help", "all about fetching"),
            new Example("fetch-characters help compare", "all about compare")),
        List.of("0    the help was printed", "1    it could not be written", WRONG));
  }

  /** Adds the examples and the exit status to the help of the command and those below it. */
  static void addTo(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    spec.usageMessage()
        .footerHeading("%nExamples:%n")
        .footer(of(spec.name()).footer().toArray(String[]::new));
    command.getSubcommands().values().forEach(HelpText::addTo);
  }

  private List<String> footer() {
    List<String> lines = new ArrayList<>();
    for (Example example : examples) {
      lines.add("  " + example.command());
      lines.add("      " + example.meaning());
    }
    lines.add("");
    lines.add("Exit status:");
    statuses.forEach(line -> lines.add("  " + line));
    return lines;
  }
}
