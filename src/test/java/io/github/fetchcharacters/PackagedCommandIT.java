package io.github.fetchcharacters;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.PackagedCommand.Result;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged command, from the start script to the exit status. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class PackagedCommandIT {

  private final Path folder;

  PackagedCommandIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void printsTheNamesInTheOrderAsked(String mode) throws Exception {
    assertThat(run("--mode=" + mode, "--demo", "--demo-latency=1ms", "1", "10", "100"))
        .isEqualTo(new Result(0, "Rick Sanchez\nAlan Rails\nBubonic Plague\n", ""));
  }

  @Test
  void tellsOfAFailure() throws Exception {
    assertThat(run("--demo", "--demo-latency=1ms", "1", "9999"))
        .isEqualTo(
            new Result(
                1,
                "Rick Sanchez\n",
                "fetch-characters: character 9999: 404 Character not found\n"));
  }

  @Test
  void tellsOfAWrongArgument() throws Exception {
    Result result = run("--demo", "1", "morty");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("fetch-characters: 'morty' is not a character id");
  }

  @Test
  void knowsItsVersion() throws Exception {
    assertThat(run("--version"))
        .isEqualTo(
            new Result(0, "fetch-characters " + System.getProperty("project.version") + "\n", ""));
  }

  @Test
  void saysWhichJavaAndArchiveItStartsFrom() throws Exception {
    Result result = run("--version", "--verbose");

    assertThat(result.out().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("Java: "))
        .anyMatch(line -> line.matches("archive of classes: (.*/classes[.]jsa|none.*)"));
  }

  /** The JVM takes an archive for jars of one time alone, and {@code cp -r} gives them another. */
  @Test
  void aCopyStartsFromTheArchiveToo() throws Exception {
    String packaged = archive("\"$0\"");
    Assumptions.assumeTrue(packaged.endsWith("classes.jsa"));

    String copied =
        archive(
            "cp -r \"$(dirname \"$0\")/..\" '%1$s/copy' && touch '%1$s'/copy/lib/*.jar && '%1$s/copy/bin/fetch-characters'"
                .formatted(folder));

    assertThat(copied).endsWith("copy/bin/../lib/classes.jsa").doesNotContain("none");
  }

  private String archive(String command) throws Exception {
    return runInShell(command + " --version --verbose")
        .out()
        .lines()
        .skip(2)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void logsEachStepWithTheTimeAndTheTimingOnceToStandardError() throws Exception {
    Result result = run("-vt", "--mode=sync", "--demo", "--demo-latency=1ms", "1");

    assertThat(result.out()).isEqualTo("Rick Sanchez\n");
    assertThat(result.err().lines().map(line -> line.replaceFirst("^\\d\\d:\\d\\d:\\d{6} ", "@ ")))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("@ getting character with id 1"),
            line -> assertThat(line).matches("@ fetching http://127.0.0.1:\\d+/api/character/1"),
            line -> assertThat(line).matches("@ fetched http://127.0.0.1:\\d+/api/character/1"),
            line -> assertThat(line).isEqualTo("@ got Rick Sanchez"),
            line -> assertThat(line).matches("1 character in .* \\(sync, 1 request, .*\\)"));
  }

  @ParameterizedTest
  @CsvSource({"ndjson, '{\"id\":1,'", "csv, 'id,name,'", "tsv, id\tname\t", "table, ' id  name '"})
  void aReaderWhoGoesAwayIsAnOrdinaryEnd(String format, String start) throws Exception {
    Path status = folder.resolve("status");

    // More than any pipe holds, so that some of it is written after head has gone.
    Result result =
        runInShell(
            "{ \"$0\" --demo --demo-latency=0ms 1-826,1-826,1-826 -f "
                + format
                + "; echo $? >"
                + status
                + "; } | head -1");

    assertThat(result.out()).startsWith(start).hasLineCount(1);
    assertThat(result.err()).isEmpty();
    assertThat(status).hasContent("0");
  }

  @Test
  void aDiskThatIsFullIsAFailure() throws Exception {
    File full = new File("/dev/full");
    Assumptions.assumeTrue(full.canWrite());

    assertThat(
            PackagedCommand.runInto(
                full, folder, Map.of(), "--demo", "--demo-latency=1ms", "1", "10"))
        .satisfies(result -> assertThat(result.exitCode()).isEqualTo(1))
        .satisfies(
            result ->
                assertThat(result.err())
                    .startsWith("fetch-characters: cannot write the results: ")
                    .hasLineCount(1));
  }

  @Test
  void printsUtf8WhateverTheLocale() throws Exception {
    File out = folder.resolve("names").toFile();

    Result result =
        PackagedCommand.runInto(
            out, folder, Map.of("LC_ALL", "C"), "--demo", "--demo-latency=1ms", "34");

    assertThat(Files.readString(out.toPath())).isEqualTo("Zoë Sanchez\n");
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX", "LC_ALL= LC_CTYPE= LANG="})
  void readsArgumentsInUtf8WithoutALocale(String locale) throws Exception {
    // In ASCII, since the locale of this JVM may be C, too.
    String fetch = " \"$0\" --demo --demo-latency=1ms --name=$(printf 'zo\\303\\253')";

    Result result = runInShell(locale + fetch);

    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines()).isNotEmpty().allMatch(name -> name.startsWith("Zoë "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "table"})
  void printsColumnsInUtf8WhateverTheLocale(String format) throws Exception {
    assertThat(
            runInShell(
                "LC_ALL=C \"$0\" --demo --demo-latency=1ms --fields=name 34 --format=" + format))
        .isEqualTo(new Result(0, "name\nZoë Sanchez\n", ""));
  }

  /** The program script, of util-linux, gives a command a terminal. */
  @Test
  void cutsATableToTheTerminal() throws Exception {
    Assumptions.assumeTrue(runInShell("script --version").out().contains("util-linux"));

    Result result =
        runInShell(
            "unset COLUMNS; LC_ALL=C.UTF-8 script -qec \"stty cols 23; $0"
                + " --demo --demo-latency=1ms --format=table --fields=id,name,status 1 2"
                + "\" /dev/null");

    assertThat(result.out().lines())
        .containsExactly(
            "id  name         status", " 1  Rick Sanch…  Alive", " 2  Morty Smith  Alive");
  }

  @Test
  void drawsAWaterfallAsWideAsTheTerminal() throws Exception {
    Assumptions.assumeTrue(runInShell("script --version").out().contains("util-linux"));

    Result result =
        runInShell(
            "unset COLUMNS; LC_ALL=C.UTF-8 script -qec \"stty cols 47; $0"
                + " --demo --demo-latency=1ms --waterfall 1\" /dev/null");

    assertThat(result.out().lines())
        .anyMatch(line -> line.matches("id  status +ms  0 .* s") && line.length() == 47);
  }

  @Test
  void takesIdsFromAPipe() throws Exception {
    assertThat(runInShell("echo 1 10 | \"$0\" --demo --demo-latency=1ms - 100"))
        .isEqualTo(new Result(0, "Rick Sanchez\nAlan Rails\nBubonic Plague\n", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"</dev/null", "<&-"})
  void needsNoStandardInput(String redirection) throws Exception {
    assertThat(runInShell("\"$0\" --demo --demo-latency=1ms 1 " + redirection))
        .isEqualTo(new Result(0, "Rick Sanchez\n", ""));
    assertThat(runInShell("\"$0\" --demo --demo-latency=1ms 1 - " + redirection))
        .isEqualTo(new Result(0, "Rick Sanchez\n", ""));
  }

  @Test
  void withoutAStandardOutputNothingIsLostSilently() throws Exception {
    Result result = runInShell("\"$0\" --demo --demo-latency=1ms 1 >&-");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).startsWith("fetch-characters: cannot write the results: ");
  }

  private Result run(String... arguments) throws Exception {
    return PackagedCommand.run(folder, arguments);
  }

  private Result runInShell(String script) throws Exception {
    return PackagedCommand.runInShell(folder, script);
  }
}
