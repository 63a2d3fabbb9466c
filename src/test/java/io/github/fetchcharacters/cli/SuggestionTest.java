package io.github.fetchcharacters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages for a mistyped word. */
class SuggestionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--mod=sync 1        | Unknown option: '--mod'; did you mean '--mode'?",
        "-mode=sync 1        | Unknown option: '-mode'; did you mean '--mode'?",
        "--tmieout 3s 1      | Unknown option: '--tmieout'; did you mean '--timeout'?",
        "--conc=4 1          | Unknown option: '--conc'; did you mean '--concurrency'?",
        "--heade=A:secret 1  | Unknown option: '--heade'; did you mean '--header'?",
        "--bogus 1           | Unknown option: '--bogus'",
        "-xHAuth:secret 1    | Unknown option: '-xHAuth: …'",
        "serve -HAuth:secret | Unknown option: '-HAuth: …'",
        "--time 1            | Unknown option: '--time'; did you mean '--timeout'?",
        "--fail 1            | Unknown option: '--fail'; did you mean '--fail-fast'?",
        "--page 1            | Unknown option: '--page'",
        "--data 1            | Unknown option: '--data'",
        "compare --runz=3 1  | Unknown option: '--runz'; did you mean '--runs'?",
        "serve --prot=0      | Unknown option: '--prot'; did you mean '--port'?",
        "compair --runs=3 1  | Unknown option: '--runs'; did you mean 'fetch-characters compare'?",
      })
  void aMistypedOptionIsReportedWithTheNearest(String arguments, String message) {
    assertThat(CommandRun.of(arguments.split(" ", -1)))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "fetch-characters: "
                    + message
                    + "\nTry 'fetch-characters "
                    + (arguments.matches("(compare|serve) .*")
                        ? arguments.replaceFirst(" .*", " ")
                        : "")
                    + "--help' for more information.\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "--mode=asinc, '[sync, async, threads', async",
    "--format=jsno, '[name, json, ndjson', json",
    "-fndjsn, '[name, json, ndjson', ndjson",
  })
  void aMistypedValueIsReportedWithAllAndTheNearest(String option, String all, String nearest) {
    assertThat(CommandRun.of(option, "1"))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
        .satisfies(run -> assertThat(run.out()).isEmpty())
        .satisfies(
            run ->
                assertThat(run.errLines().get(0))
                    .contains(all)
                    .endsWith("; did you mean '" + nearest + "'?"));
  }

  @ParameterizedTest
  @CsvSource({
    "compair, compare",
    "compar, compare",
    "Serve, serve",
    "generate, generate-completion",
  })
  void aMistypedCommandIsNoIdAndReportedWithTheNearest(String word, String command) {
    assertThat(CommandRun.of(word, "1"))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
        .satisfies(
            run ->
                assertThat(run.err())
                    .startsWith("fetch-characters: '" + word + "' is not a character id")
                    .endsWith("; did you mean 'fetch-characters " + command + "'?\n"));
  }

  @Test
  void aWordFarFromAllOthersIsReportedWithoutAGuess() {
    assertThat(CommandRun.of("--mode=fast", "1").err()).doesNotContain("did you mean");
    assertThat(CommandRun.of("morty", "1").err()).doesNotContain("did you mean");
  }

  @Test
  void aControlCharacterInAFileOfArgumentsIsPartOfAWordAsOnStandardInput(@TempDir Path folder)
      throws IOException {
    String ids = "1\t2\f3\n4 5\0006\u0001";
    Path file = Files.writeString(folder.resolve("ids"), ids);

    String bad = "fetch-characters: '5\\u00006\\u0001'";
    assertThat(CommandRun.of("@" + file).err()).startsWith(bad + " is not a character id");
    assertThat(CommandRun.withInput(ids, "--demo", "--demo-latency=0ms", "-").err())
        .startsWith(bad + " on standard input is not a character id");
  }

  @Test
  void aDirectoryIsNoFileOfArgumentsAndNoStackTrace(@TempDir Path folder) {
    assertThat(CommandRun.of("@" + folder, "1"))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
        .satisfies(run -> assertThat(run.errLines()).hasSize(2))
        .satisfies(run -> assertThat(run.err()).contains(folder.toString()));
  }
}
