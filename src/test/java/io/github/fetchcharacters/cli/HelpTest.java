package io.github.fetchcharacters.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.cli.option.Version;
import io.github.fetchcharacters.terminal.Streams;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(30)
class HelpTest {

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void isPrintedOnStandardOutput(String option) {
    CommandRun run = CommandRun.of(option);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Usage: fetch-characters [OPTIONS] ID...\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "compare ", "serve ", "cache ", "generate-completion ", "help "})
  void theShortOneFitsAScreen(String command) {
    CommandRun run = CommandRun.of((command + "-h").split(" "));

    assertThat(run.outLines()).hasSizeLessThan(25).allMatch(line -> line.length() < 81);
    assertThat(run.out())
        .startsWith("Usage: fetch-characters ")
        .containsSubsequence("\n\n", "  -", "\nExamples:\n  fetch-characters", "\n\n")
        .endsWith("\nThe rest: fetch-characters " + command + "--help\n");
    assertThat(CommandRun.of((command + "--help").split(" ")).out())
        .startsWith(run.outLines().get(0) + "\n")
        .contains("\nThis tool:\n", "\nExamples:\n", "\nExit status:\n")
        .doesNotContain("\n\n\n");
  }

  @Test
  void theShortOneHasTenOptionsAndThreeExamples() {
    String page = CommandRun.of("-h").out();

    assertThat(page.lines().filter(line -> line.matches(" +(-\\w, )?--\\w.*"))).hasSize(10);
    assertThat(page.substring(page.indexOf("Examples")).lines())
        .filteredOn(line -> line.startsWith("  "))
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"-th, -h", "-h --help, --help", "--help -h, --help"})
  void isWholeOnlyWithTheLongOption(String arguments, String same) {
    assertThat(CommandRun.of(arguments.split(" "))).isEqualTo(CommandRun.of(same));
  }

  @ParameterizedTest
  @CsvSource({
    "help, --help",
    "help compare, compare --help",
    "help serve, serve --help",
    "help help, help --help"
  })
  void isAlsoACommand(String arguments, String same) {
    assertThat(CommandRun.of(arguments.split(" "))).isEqualTo(CommandRun.of(same.split(" ")));
  }

  @Test
  void completesTheNamesOfCommands() {
    assertThat(CommandRun.of("generate-completion").out())
        .contains(
            "COMMAND_pos_param_args=(\"compare\" \"serve\" \"cache\" \"generate-completion\" \"help\")");
  }

  @Test
  void ofNoCommandIsAUsageErrorWithTheNearest() {
    assertThat(CommandRun.of("help", "compair"))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "fetch-characters: there is no command 'compair'; did you mean 'fetch-characters"
                    + " compare'?\nTry 'fetch-characters help --help' for more information.\n"));
  }

  @Test
  void comesBeforeWrongArguments() {
    assertThat(CommandRun.of("--help", "x").exitCode()).isZero();
  }

  @Test
  void listsTheOptionsUnderHeadings() {
    assertThat(CommandRun.of("--help").out())
        .containsSubsequence(
            "\nHow to fetch:\n",
            "--mode=MODE ",
            "-c, --concurrency=N ",
            "--rate=N/UNIT ",
            "--deadline=D ",
            "--fail-fast ",
            "\nWhat to print:\n",
            "-f, --format=FORMAT ",
            "--fields=F,... ",
            "\nWhen an attempt fails:\n",
            "--retries=N ",
            "--retry-delay=D ",
            "--retry-max-delay=D ",
            "\nWhere to fetch from:\n",
            "--base-url=URL ",
            "--demo ",
            "--demo-latency=D ",
            "-H, --header='N: V' ",
            "--connect-timeout=D ",
            "--timeout=D ",
            "--cacert=FILE ",
            "--proxy=URL ",
            "\nWhat to say on standard error:\n",
            "-t, --timing ",
            "-v, --verbose ",
            "-q, --quiet ",
            "\nWhat to show on a terminal:\n",
            "--progress=WHEN ",
            "--color=WHEN ",
            "\nThis tool:\n",
            "-h, --help ",
            "-V, --version ",
            "\nSettings:\n",
            "--config=FILE ");
  }

  @Test
  void listsEveryOptionOnce() {
    List<String> options =
        CommandRun.of("--help").outLines().stream()
            .filter(line -> line.matches(" +(-\\w, )?--\\w.*"))
            .map(line -> line.replaceFirst("^.*?(--[\\w-]+).*", "$1"))
            .toList();

    assertThat(options).doesNotHaveDuplicates().hasSizeGreaterThan(15);
  }

  @Test
  void namesTheDefaults() {
    assertThat(CommandRun.of("--help").out().replaceAll("\\s+", " "))
        .contains(
            "How to fetch: sync, async, threads, batch.",
            "Default: async.",
            "1 to 1000. Default: 50.",
            "How to print: name, json, ndjson, csv, tsv, table. Default: name.",
            "Default: id,name,status,species,gender,origin.name; json, ndjson: the whole record.",
            "Attempts after the first. Default: 2.",
            "0 to D × 2ⁿ. Default: 200ms.",
            "fails the id at once. Default: 30s.",
            "opening a connection. Default: 5s.",
            "last byte of the body. Default: 10s.",
            "Default: https://rickandmortyapi.com/api.");
  }

  @Test
  void endsWithExamplesAndTheExitStatus() {
    assertThat(CommandRun.of("--help").out())
        .containsSubsequence(
            "\nCommands:\n",
            "  serve ",
            "  cache ",
            "  generate-completion ",
            "\nExamples:\n",
            "  fetch-characters 1 10 100\n",
            "\nExit status:\n",
            "  0 ",
            "  1 ",
            "  2 ",
            "  130 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "serve "})
  void fitsATerminalOfEightyColumns(String command) {
    CommandRun run = CommandRun.of((command + "--help").split(" ", -1));

    assertThat(run.outLines())
        .hasSizeGreaterThan(10)
        .allSatisfy(line -> assertThat(line.codePointCount(0, line.length())).isLessThan(81));
  }

  @Test
  void isThereForServe() {
    CommandRun run = CommandRun.of("serve", "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("Usage: fetch-characters serve ")
        .contains("--port=PORT", "--latency=D", "--jitter=D", "--characters=N", "--seed=N")
        .contains("--error-rate=P", "--reset-rate=P", "--rate-limit=N/UNIT", "--retry-after=D");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-V", "--version", "serve --version"})
  void theVersionIsOneLine(String arguments) {
    assertThat(CommandRun.of(arguments.split(" ", -1)))
        .isEqualTo(new CommandRun(0, "fetch-characters " + Version.number() + "\n", ""));
  }

  @Test
  void generateCompletionPrintsAScriptForTheShell() {
    CommandRun run = CommandRun.of("generate-completion");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("#!/usr/bin/env bash\n")
        .contains("fetch-characters", "--concurrency", "sync", "ndjson", "serve")
        .endsWith("\ncomplete -o default -F _complete_joined_fetch-characters fetch-characters\n");
  }

  /** Commands that print on standard output and need no server; a failed write is no defect. */
  static Stream<String> printing() {
    return Stream.of(
        "--help",
        "-h",
        "--version",
        "compare --help",
        "serve --version",
        "cache --help",
        "help serve",
        "generate-completion",
        "generate-completion --help",
        "serve",
        "compare --demo --demo-latency=0ms --runs=1 1");
  }

  @ParameterizedTest
  @MethodSource("printing")
  void aFailedWriteIsAFailureOfOneLine(String arguments) throws IOException {
    File full = new File("/dev/full");
    assumeTrue(full.canWrite());

    try (OutputStream out = new FileOutputStream(full)) {
      CommandRun run = CommandRun.into(out, arguments.split(" ", -1));

      assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
      assertThat(run.errLines())
          .singleElement()
          .asString()
          .startsWith("fetch-characters: cannot write to standard output: ");
    }
  }

  @ParameterizedTest
  @MethodSource("printing")
  void aReaderWhoGoesAwayIsAnOrdinaryEnd(String arguments) {
    assertThat(CommandRun.into(new GoneReader(), arguments.split(" ", -1)))
        .isEqualTo(new CommandRun(ExitCodes.OK, "", ""));
  }

  /** The help needs none of them. */
  @Test
  void listsTheCommandsAsTheyDescribeThemselves() {
    CommandLine whole =
        FetchCharacters.commandLine(
            new Streams(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, UTF_8),
                Map.of()),
            true);

    assertThat(CommandRun.of("--help").out())
        .isEqualTo(whole.getUsageMessage(CommandLine.Help.Ansi.OFF));
  }
}
