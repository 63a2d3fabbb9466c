package io.github.fetchcharacters.cli.setting;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.NamedPipe;
import io.github.fetchcharacters.cli.StubApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options from variables and a file. */
@Timeout(60)
class SettingsTest {

  private static final String HELP = "Try 'fetch-characters --help' for more information.\n";

  @RegisterExtension static final StubApi API = new StubApi();

  private final Path file;
  private final Map<String, String> environment = new HashMap<>();

  SettingsTest(@TempDir Path home) {
    file = home.resolve(".config/fetch-characters/config.properties");
    environment.put("HOME", home.toString());
  }

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectories(file.getParent());
  }

  // Which place decides

  /** The format shows which place won: {@code name}, {@code json} or {@code ndjson}. */
  @ParameterizedTest
  @CsvSource({
    "'', '', '', name",
    "'', '', ndjson, ndjson",
    "'', json, '', json",
    "'', json, ndjson, json",
    "ndjson, '', '', ndjson",
    "name, '', ndjson, name",
    "name, json, '', name",
    "ndjson, json, name, ndjson",
    "name, bad, bad, name",
    "'', json, bad, json",
  })
  void theCommandLineComesBeforeTheVariableAndThatBeforeTheFile(
      String option, String variable, String entry, String winner) throws IOException {
    environment.put("FETCH_CHARACTERS_FORMAT", variable);
    if (!entry.isEmpty()) {
      settings("format=" + entry);
    }

    CommandRun run = option.isEmpty() ? fetch() : fetch("--format=" + option);

    String json = StubApi.record(1, "Rick Sanchez") + "\n";
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            switch (winner) {
              case "json" -> "[\n" + json + "]\n";
              case "ndjson" -> json;
              default -> "Rick Sanchez\n";
            });
  }

  @Test
  void whereTheApiIsMayStandAnywhere() throws IOException {
    settings("base-url=" + API.url());
    assertThat(run("1").out()).isEqualTo("Rick Sanchez\n");

    settings("base-url=http://127.0.0.1:1");
    environment.put("FETCH_CHARACTERS_BASE_URL", API.url());
    assertThat(run("1").out()).isEqualTo("Rick Sanchez\n");
  }

  @Test
  void ofOptionsThatExcludeEachOtherTheStrongerPlaceDecides() throws IOException {
    settings("demo=true\ndemo-latency=1ms\nquiet=true");

    assertThat(run("1", "2").out()).isEqualTo("Rick Sanchez\nMorty Smith\n");
    assertThat(run("-t", "1").err()).contains("1 character in ");
    assertThat(run("--waterfall", "1").err()).contains("status");
    assertThat(run(API.option(), "-v", "-t", "1").err()).contains("1 character in ");
    assertThat(API.requests()).hasSize(1);
    environment.put("FETCH_CHARACTERS_BASE_URL", API.url());
    assertThat(run("1").out()).isEqualTo("Rick Sanchez\n");
    assertThat(API.requests()).hasSize(2);
    assertThat(run("--demo", "1").out()).isEqualTo("Rick Sanchez\n");
    assertThat(API.requests()).hasSize(2);
  }

  /** Ids on the command line switch off a filter from elsewhere. */
  @Test
  void idsOnTheCommandLineComeBeforeFiltersOfSettings() throws IOException {
    environment.put("FETCH_CHARACTERS_ALL", "true");
    settings("name=zoë");

    CommandRun run = run("--demo", "--demo-latency=0ms", "1");

    assertThat(run.out()).isEqualTo("Rick Sanchez\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void inOnePlaceTheyAreRefused() throws IOException {
    settings("demo\nbase-url=http://127.0.0.1:1");

    assertThat(run("1"))
        .isEqualTo(
            usageError(
                "--demo and --base-url exclude each other: both say where the API is (--base-url,"
                    + " --demo from "
                    + file
                    + ")"));
  }

  @Test
  void anErrorNamesTheOriginsOfTheOptionsItIsAbout() throws IOException {
    settings("format=name");
    environment.put("FETCH_CHARACTERS_ALL", "true");

    assertThat(fetch("--fields=id").errLines().get(0)).endsWith(" (--format from " + file + ")");
    assertThat(run("--name= ").errLines().get(0))
        .as("names --all as advice alone")
        .isEqualTo(
            "fetch-characters: Invalid value for option '--name': it is empty; every character is"
                + " --all");
  }

  // Flags

  @ParameterizedTest
  @CsvSource({
    "timing=true, true",
    "timing=TRUE, true",
    "timing=1, true",
    "timing=, true",
    "timing, true",
    "timing=false, false",
    "timing=0, false",
  })
  void aFlagIsTrueOrFalseAndItsNameAloneSetsIt(String line, boolean timed) throws IOException {
    settings(line);

    assertThat(fetch().err().isEmpty()).isNotEqualTo(timed);
    assertThat(fetch("--timing").err()).as("on, not toggled").contains("1 character in");
    assertThat(fetch("--timing=false").err()).isEmpty();
  }

  @Test
  void aFlagIsNothingElse() throws IOException {
    settings("timing=maybe");

    assertThat(fetch())
        .isEqualTo(
            usageError(
                "Invalid value for option '--timing' (from "
                    + file
                    + "): 'maybe' is neither 'true' nor 'false'"));
  }

  @Test
  void anEmptyVariableIsNone() {
    environment.put("FETCH_CHARACTERS_TIMING", "");
    environment.put("FETCH_CHARACTERS_MODE", "");
    environment.put("FETCH_CHARACTERS_UNKNOWN", "");

    assertThat(fetch()).isEqualTo(new CommandRun(0, "Rick Sanchez\n", ""));
  }

  // Headers

  @Test
  void headersAddUpTheWeakestFirst() throws IOException {
    Path secrets = Files.writeString(file.resolveSibling("secrets"), "X-A: 3\n");
    settings("header=X-A: 1\\nX-B: 2");
    environment.put("FETCH_CHARACTERS_HEADER", "X-A: 2\n@" + secrets + "\n");

    assertThat(fetch("-H", "X-A: 4").out()).isEqualTo("Rick Sanchez\n");
    assertThat(sent("X-A")).containsExactly("1", "2", "3", "4");
    assertThat(sent("X-B")).containsExactly("2");
  }

  @Test
  void theValueOfAHeaderIsShownNowhere() throws IOException {
    settings("header=X-Token: hidden");
    assertThat(run("--help").out()).contains("--header").doesNotContain("hidden");

    settings("header=X Token: hidden");
    assertThat(fetch())
        .isEqualTo(
            usageError(
                "Invalid value for option '--header' (from "
                    + file
                    + "): its name has ' ' in it: a header is written 'Name: value'"));
  }

  // Messages

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "mode        | fast   | '--mode' (from @): 'fast' is none of",
        "concurrency | 0      | '--concurrency' (from @): 0 is not in the range 1 to 1000",
        "retries     | x      | '--retries' (from @): 'x' is not a whole number",
        "timeout     | 0s     | '--timeout' (from @): it must not be zero",
        "rate        | fast   | '--rate' (from @): 'fast' is not a rate",
        "proxy       | ftp://x| '--proxy' (from @): only http:// proxies are supported",
        "base-url    | ${HOME}| '--base-url' (from @): '${HOME}' is not of the form",
      })
  void aBadValueIsReportedWithItsOrigin(String key, String value, String message)
      throws IOException {
    String[] arguments = key.equals("base-url") ? new String[] {"1"} : api();
    settings(key + "=" + value);
    assertThat(run(arguments).err()).contains(message.replace("@", file.toString()));

    Files.delete(file);
    String variable = "FETCH_CHARACTERS_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    environment.put(variable, value);
    assertThat(run(arguments))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
        .satisfies(run -> assertThat(run.errLines()).hasSize(2))
        .satisfies(run -> assertThat(run.err()).contains(message.replace("@", variable)));
    assertThat(API.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "tiemout=5s, tiemout, timeout",
    "--timeout=5s, --timeout, timeout",
    "connect_timeout=5s, connect_timeout, connect-timeout",
    "serve.prot=1, serve.prot, serve.port",
    "compare.mode=sync, compare.mode, compare.modes",
    "help=true, help, ",
    "config=x, config, ",
    "[section], [section], ",
  })
  void anUnknownKeyIsReportedWithTheFileAndTheNearest(String line, String key, String nearest)
      throws IOException {
    settings(line);

    String question = nearest == null ? "" : "; did you mean '" + nearest + "'?";
    assertThat(fetch())
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
        .satisfies(
            run ->
                assertThat(run.errLines().get(0))
                    .startsWith("fetch-characters: unknown setting '" + key + "' in '" + file + "'")
                    .endsWith(nearest == null ? "" : question));
    assertThat(API.requests()).isEmpty();
  }

  @Test
  void anUnknownVariableIsWarnedOfUnlessQuiet() {
    environment.put("FETCH_CHARACTERS_TIEMOUT", "5s");
    environment.put("FETCH_CHARACTERS_JAVA_OPTS", "-Xmx1g");
    environment.put("FETCH_CHARACTERS_PORT", "80");

    assertThat(fetch())
        .isEqualTo(
            new CommandRun(
                0,
                "Rick Sanchez\n",
                "fetch-characters: warning: FETCH_CHARACTERS_TIEMOUT is no setting; did you mean"
                    + " 'FETCH_CHARACTERS_TIMEOUT'?\n"));
    assertThat(fetch("-q").err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "generate-completion"})
  void noSettingsAreInTheWayOfHelp(String argument) throws IOException {
    settings("nonsense=1");
    environment.put("FETCH_CHARACTERS_MODE", "nonsense");

    assertThat(run(argument)).isEqualTo(CommandRun.of(argument));
  }

  // The file

  @Test
  void theFileIsWhereItIsNamed() throws IOException {
    settings("nonsense=1");
    Path other = Files.writeString(file.resolveSibling("other"), "format=ndjson");

    assertThat(fetch("--config=" + other).out()).startsWith("{");
    environment.put("FETCH_CHARACTERS_CONFIG", other.toString());
    assertThat(fetch().out()).startsWith("{");
    assertThat(fetch("--config=/dev/null").out()).isEqualTo("Rick Sanchez\n");
  }

  @Test
  void theFileIsInTheFolderForConfiguration(@TempDir Path folder) throws IOException {
    settings("nonsense=1");
    Path other = folder.resolve("fetch-characters/config.properties");
    Files.createDirectories(other.getParent());
    Files.writeString(other, "format=ndjson");

    environment.put("XDG_CONFIG_HOME", folder.toString());
    assertThat(fetch().out()).startsWith("{");
    environment.put("XDG_CONFIG_HOME", folder.resolve("none").toString());
    assertThat(fetch().out()).isEqualTo("Rick Sanchez\n");
    environment.put("XDG_CONFIG_HOME", "relative");
    assertThat(fetch().err()).contains("unknown setting 'nonsense'");
    environment.put("XDG_CONFIG_HOME", "");
    assertThat(fetch().err()).contains("unknown setting 'nonsense'");
    environment.remove("HOME");
    assertThat(fetch().err()).isEmpty();
  }

  @Test
  void aNamedFileMustExist() {
    Path none = file.resolveSibling("none");
    String message = "cannot read the settings in '" + none + "': there is no such file";

    assertThat(fetch()).as("without one").isEqualTo(new CommandRun(0, "Rick Sanchez\n", ""));
    assertThat(fetch("--config=" + none)).isEqualTo(usageError(message));
    environment.put("FETCH_CHARACTERS_CONFIG", none.toString());
    assertThat(fetch()).isEqualTo(usageError(message + " (from FETCH_CHARACTERS_CONFIG)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# none\n! none\n", "\uFEFF", "  \r\n"})
  void aFileMayBeEmpty(String text) throws IOException {
    settings(text);
    assertThat(fetch()).isEqualTo(new CommandRun(0, "Rick Sanchez\n", ""));
  }

  @Test
  void aByteOrderMarkLineEndsAndWhiteSpaceDoNotMatter() throws IOException {
    settings("\uFEFFformat = ndjson \r\n\r\ntiming : 0\t\r\n");

    assertThat(fetch().err()).isEmpty();
    assertThat(fetch().out()).startsWith("{");
  }

  @Test
  void anUnreadableFileIsReportedInALine() throws IOException {
    settings("a=\\u12");
    assertThat(fetch().err()).contains("'" + file + "': Malformed \\uxxxx encoding.\n");
    Files.write(file, "a=\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(fetch()).isEqualTo(unreadable("it is no text in UTF-8"));
    Files.write(file, new byte[(1 << 20) + 1]);
    assertThat(fetch()).isEqualTo(unreadable("it is larger than 1 MiB"));
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(fetch()).isEqualTo(unreadable("it is a directory"));
  }

  /** It has no writer: a read would never end. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPipeOrADeviceIsNotWaitedFor() throws Exception {
    NamedPipe.make(file);

    assertThat(fetch()).isEqualTo(unreadable("it is a pipe or a device, not an ordinary file"));
    assertThat(fetch("--config=/dev/zero").err())
        .startsWith("fetch-characters: cannot read the settings in '/dev/zero': it is a pipe or a");
    assertThat(fetch("--config=/dev/null").out()).isEqualTo("Rick Sanchez\n");
  }

  private CommandRun unreadable(String why) {
    return usageError("cannot read the settings in '" + file + "': " + why);
  }

  @Test
  void argumentFilesWorkBesideSettings() throws IOException {
    settings("format=ndjson");
    Path arguments = Files.writeString(file.resolveSibling("arguments"), "1 10");
    Path headers = Files.writeString(file.resolveSibling("headers"), "X-A: 1");

    assertThat(run(API.option(), "@" + arguments, "-H", "@" + headers).outLines()).hasSize(2);
    assertThat(sent("X-A")).containsExactly("1");
    assertThat(run("@none").err()).contains("cannot read the arguments file 'none'");
  }

  // Commands

  @Test
  void aKeyIsForEveryCommandOrForOne() throws IOException {
    settings(
        "demo-latency=1ms\nruns=3\nwarmup=1\ncompare.modes=async\ncompare.demo\nserve.port=70000");

    assertThat(fetch().out()).isEqualTo("Rick Sanchez\n");
    assertThat(run("compare", "1", "2").out())
        .startsWith("2 characters, 3 rounds after 1 to warm up\n")
        .contains("async")
        .doesNotContain("\nsync", "\nthreads");
    assertThat(run("serve"))
        .isEqualTo(
            usageError(
                "serve ",
                "Invalid value for option '--port' (from "
                    + file
                    + "): port must be 0 to 65535, not 70000"));
  }

  @Test
  void anOptionWithSeveralValuesIsNamedAsAnyOther() throws IOException {
    settings("compare.modes=sync,fast");

    assertThat(run("compare", "1"))
        .isEqualTo(
            usageError(
                "compare ",
                "Invalid value for option '--modes' (from "
                    + file
                    + "): 'fast' is none of [sync, async, threads, batch]"));
  }

  @Test
  void aKeyForOneCommandComesBeforeOneForAll() throws IOException {
    settings("demo\ndemo-latency=1ms\ncompare.modes=async\ncompare.runs=2\nruns=0");

    assertThat(run("compare", "1").out()).contains(" 2 rounds ");
    environment.put("FETCH_CHARACTERS_RUNS", "3");
    assertThat(run("compare", "1").out()).contains(" 3 rounds ");
    assertThat(run("compare", "--runs=1", "1").out()).contains(" 1 round ");
  }

  private void settings(String text) throws IOException {
    Files.writeString(file, text);
  }

  private CommandRun run(String... arguments) {
    return CommandRun.withEnvironment(environment, arguments);
  }

  private CommandRun fetch(String... options) {
    return run(api(options));
  }

  private static String[] api(String... options) {
    List<String> words = new ArrayList<>(List.of(options));
    words.add(API.option());
    words.add("1");
    return words.toArray(String[]::new);
  }

  private static List<String> sent(String name) {
    HttpHeader header = API.requests().get(0).header(name);
    return header.isPresent() ? header.values() : List.of();
  }

  private static CommandRun usageError(String message) {
    return usageError("", message);
  }

  private static CommandRun usageError(String command, String message) {
    String help = HELP.replace("--help", command + "--help");
    return new CommandRun(2, "", "fetch-characters: " + message + "\n" + help);
  }
}
