package io.github.fetchcharacters.cli.compare;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.fetchcharacters.cli.FetchCharacters;
import io.github.fetchcharacters.cli.NamedPipe;
import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.terminal.Display;
import io.github.fetchcharacters.terminal.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompareCommandTest {

  @RegisterExtension
  static final WireMockExtension API =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private static final String RICK = "{\"id\":1,\"name\":\"Rick\"}";
  private static final String IMPOSTOR = "{\"id\":1,\"name\":\"Evil Rick\"}";

  private final Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  CompareCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int compare(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    addUnlessGiven(all, "--runs", "=1");
    addUnlessGiven(all, "--warmup", "=0");
    if (!all.contains("--demo")) {
      all.add("--base-url=" + API.baseUrl());
    }
    all.add(0, "compare");
    return run(all.toArray(String[]::new));
  }

  private static void addUnlessGiven(List<String> arguments, String option, String value) {
    if (arguments.stream().noneMatch(argument -> argument.startsWith(option))) {
      arguments.add(option + value);
    }
  }

  private int run(String... arguments) {
    return run(Map.of(), arguments);
  }

  private int run(Map<String, String> environment, String... arguments) {
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment);
    return FetchCharacters.run(arguments, streams);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private List<String> err() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** The answers to the first request, the second, and so on. */
  private static void stub(ResponseDefinitionBuilder... answers) {
    for (int i = 0; i < answers.length; i++) {
      API.stubFor(
          get("/character/1")
              .inScenario("answers")
              .whenScenarioStateIs(i == 0 ? STARTED : "" + i)
              .willSetStateTo("" + (i + 1))
              .willReturn(answers[i]));
    }
  }

  @Test
  void printsALineForEachModeAndASentenceForAllButTheReference() {
    assertThat(compare("--demo", "--demo-latency=0ms", "1", "10", "100")).isZero();
    assertThat(out().lines().filter(line -> line.matches("(sync|threads|async) .*[0-9]")))
        .hasSize(3);
    assertThat(out())
        .contains("In all rows: 3 requests, ")
        .containsPattern("\nthreads fetched 3 characters [0-9.]+ times (fast|slow)er than sync\n")
        .containsPattern("\nasync fetched 3 characters [0-9.]+ times (fast|slow)er than sync\n")
        .contains("connections were opened in counted rounds (sync in 1 of 1,")
        .doesNotContain("were kept");
  }

  @Test
  void measuresEachModeAtEachValueThatItDependsOn() throws Exception {
    Path file = folder.resolve("figures.json");
    assertThat(
            compare(
                "--demo",
                "--demo-latency=1ms",
                "--modes=sync,async,batch",
                "--concurrency=4,1",
                "--batch-size=2,3",
                "--runs=2",
                "--export-json=" + file,
                "1-4"))
        .isZero();

    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.get("results").findValuesAsText("command"))
        .containsExactly(
            "sync",
            "async, 1 at once",
            "async, 4 at once",
            "batch, 1 at once, 2 ids a request",
            "batch, 1 at once, 3 ids a request",
            "batch, 4 at once, 2 ids a request",
            "batch, 4 at once, 3 ids a request");
    assertThat(json.at("/options/--concurrency").textValue()).isEqualTo("4,1");
    assertThat(json.at("/modes/3/rounds").findValuesAsText("requests")).containsExactly("2", "2");
    assertThat(json.findValues("peak_threads")).allMatch(threads -> threads.intValue() > 1);
    assertThat(out().lines())
        .anyMatch(line -> line.startsWith("async against sync: "))
        .anyMatch(line -> line.startsWith("batch, 2 ids a request, "))
        .filteredOn(line -> line.matches("(sync|async|batch)  .*"))
        .hasSize(7)
        .noneMatch(line -> line.length() > 80);
    assertThat(out()).as("a pipe has no chart").doesNotContain("logarithmic");
  }

  @Test
  void aTerminalShowsASweepAsAChartInItsWidth() {
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("LANG", "C.UTF-8"),
            () -> false,
            () -> true,
            () -> 90,
            Display.none());
    String options = "--demo --demo-latency=1ms --modes=async --runs=2 --warmup=0 -c 1,2 1-4";
    assertThat(FetchCharacters.run(("compare " + options).split(" "), streams)).isZero();
    assertThat(out()).contains("logarithmic", "● async");
    assertThat(out().lines()).noneMatch(line -> line.length() > 90);
  }

  @Test
  void aVariableMaySetTheValuesOfASweep() throws Exception {
    Path file = folder.resolve("figures.json");
    Map<String, String> environment = Map.of("FETCH_CHARACTERS_CONCURRENCY", "1,2");
    String options = "--demo --demo-latency=1ms --modes=async --runs=1 --warmup=0 1-2";
    assertThat(run(environment, ("compare --export-json=" + file + " " + options).split(" ")))
        .isZero();
    assertThat(
            new ObjectMapper().readTree(file.toFile()).get("results").findValuesAsText("command"))
        .containsExactly("async, 1 at once", "async, 2 at once");
  }

  /** Three requests are under way at once long before the first is answered. */
  @Test
  void opensNoConnectionInACountedRoundWhereTheServerKeepsThem() {
    assertThat(
            compare(
                "--demo",
                "--demo-latency=100ms",
                "--modes=sync,async",
                "--warmup=1",
                "--runs=10",
                "1-3"))
        .isZero();
    assertThat(out())
        .contains("Connections were kept from round to round")
        .doesNotContain("connections were opened");
  }

  @Test
  void comparesWithAnotherReferenceWhenAsked() {
    assertThat(compare("--demo", "--demo-latency=0ms", "--reference=async", "1")).isZero();
    assertThat(out()).contains("than async\n").doesNotContain("than sync\n");
  }

  @Test
  void countsTheConnectionsOfEachModeByItself() throws Exception {
    Path file = folder.resolve("figures.json");
    String export = "--export-json=" + file;
    assertThat(compare("--demo", "--demo-latency=0ms", "--runs=2", export, "1", "10", "100"))
        .isZero();
    JsonNode modes = new ObjectMapper().readTree(file.toFile()).get("modes");
    // sync needs one; the others one for each request that is sent before an answer frees another.
    assertThat(connections(modes.get(0))).containsExactly(1, 0);
    assertThat(connections(modes.get(1))).satisfies(CompareCommandTest::areForThreeRequests);
    assertThat(connections(modes.get(2))).satisfies(CompareCommandTest::areForThreeRequests);
    assertThat(modes.get(2).findValuesAsText("requests")).containsExactly("3", "3");
  }

  private static List<Integer> connections(JsonNode mode) {
    return mode.findValues("connections").stream().map(JsonNode::intValue).toList();
  }

  /** No mode uses another's connections, and those of the first turn serve the second. */
  private static void areForThreeRequests(List<? extends Integer> ofTurns) {
    assertThat(ofTurns.get(0)).isBetween(1, 3);
    assertThat(ofTurns.get(0) + ofTurns.get(1)).isBetween(1, 3);
  }

  @Test
  void opensNewConnectionsForEachTurnWhenCold() throws Exception {
    Path file = folder.resolve("figures.json");
    String export = "--export-json=" + file;
    assertThat(
            compare(
                "--demo", "--demo-latency=0ms", "--cold", "--runs=2", "--modes=sync", export, "1"))
        .isZero();
    JsonNode modes = new ObjectMapper().readTree(file.toFile()).get("modes");
    assertThat(modes.get(0).findValuesAsText("connections")).containsExactly("1", "1");
    assertThat(out()).contains("Each turn opened new connections (--cold)");
  }

  @Test
  void connectionsOfAnotherServerAreCountedWhereJavaShowsThem() throws Exception {
    API.stubFor(get("/character/1").willReturn(okJson(RICK)));
    Path file = folder.resolve("figures.json");
    assertThat(compare("--cold", "--runs=2", "--modes=sync", "--export-json=" + file, "1"))
        .isZero();
    JsonNode modes = new ObjectMapper().readTree(file.toFile()).get("modes");
    String each = Runtime.version().feature() < 25 ? "null" : "1";
    assertThat(modes.get(0).findValuesAsText("connections")).containsExactly(each, each);
  }

  @Test
  void theReportHoldsANamedBarForEachAttempt() throws Exception {
    stub(status(503), okJson(RICK), okJson(RICK), okJson(RICK));
    Path file = folder.resolve("report.html");
    assertThat(compare("--retry-delay=0ms", "--modes=sync,async", "--report=" + file, "1"))
        .isZero();
    String html = Files.readString(file);
    String data = html.substring(html.indexOf("<script type=\"application/json\""));
    assertThat(data.substring(0, data.indexOf("</script>")))
        .containsPattern("\"name\":\"Rick\",\"number\":1,[^}]*\"status\":\"503\",\"good\":false")
        .containsPattern("\"name\":\"Rick\",\"number\":2,[^}]*\"status\":\"200\",\"good\":true")
        .containsPattern("\"label\":\"async\".*\"number\":1,[^}]*\"good\":true");
  }

  /** One of the four answers failed, and one round does not count. */
  @Test
  void theAnswersOfCountedRoundsAreTimed() throws Exception {
    stub(okJson(RICK), okJson(RICK), status(503), okJson(RICK), okJson(RICK));
    Path file = folder.resolve("figures.json");
    String[] arguments = {
      "--retry-delay=0ms", "--warmup=1", "--modes=sync,async", "--export-json=" + file, "1"
    };
    assertThat(compare(arguments)).isZero();
    JsonNode modes = new ObjectMapper().readTree(file.toFile()).get("modes");
    for (JsonNode mode : modes) {
      JsonNode requests = mode.get("requests_seconds");
      assertThat(requests.get("count").intValue()).isEqualTo(1);
      double seconds = requests.get("max").doubleValue();
      assertThat(requests.get("p50").doubleValue()).isEqualTo(seconds).isPositive();
      assertThat(seconds).isLessThanOrEqualTo(mode.at("/rounds/0/seconds").doubleValue());
    }
  }

  @Test
  void refusesToCompareDifferentRecords() {
    stub(okJson(RICK), okJson(RICK), okJson(IMPOSTOR));
    assertThat(compare("1")).isEqualTo(ExitCodes.FAILED);
    assertThat(out()).isEmpty();
    assertThat(err())
        .containsExactly(
            "fetch-characters: not compared: the modes brought different records in round 1",
            "fetch-characters: character 1: name is \"Rick\" and \"Evil Rick\" from sync and threads"
                + " and from async");
  }

  @Test
  void takesRecordsThatDifferInWhiteSpaceForEqual() {
    stub(okJson(RICK), okJson("{ \"id\": 1, \"name\": \"Rick\" }"));
    assertThat(compare("--modes=sync,async", "1")).isZero();
  }

  @Test
  void refusesToCompareAFailureAndSaysWhich() {
    API.stubFor(get("/character/1").willReturn(okJson(RICK)));
    API.stubFor(
        get("/character/2")
            .willReturn(status(404).withBody("{\"error\":\"Character not found\"}")));
    assertThat(compare("1", "2")).isEqualTo(ExitCodes.FAILED);
    assertThat(err())
        .containsExactly(
            "fetch-characters: not compared: sync did not bring every record in round 1, so there is"
                + " nothing to compare",
            "fetch-characters: character 2: 404 Character not found");
  }

  @Test
  void warnsOfRepeatedAttempts() {
    stub(status(503), okJson(RICK), okJson(RICK));
    assertThat(compare("--retry-delay=0ms", "--modes=sync,async", "1")).isZero();
    assertThat(out())
        .contains(
            "Warning: attempts were repeated (sync 1): the times hold the failed ones and the waits"
                + " before the next.");
  }

  @Test
  void takesTheOptionsOfFetching() {
    stub(status(503), okJson(RICK));
    assertThat(compare("--retries=0", "--modes=sync", "1")).isEqualTo(ExitCodes.FAILED);
    assertThat(err()).contains("fetch-characters: character 1: 503 Service Unavailable");
  }

  /** The second turn waits for an hour; the deadline ends that. */
  @Test
  void allTurnsTogetherKeepToTheRate() {
    API.stubFor(get("/character/1").willReturn(okJson(RICK)));
    assertThat(compare("--modes=sync,async", "--rate=1/h", "--deadline=2s", "1"))
        .isEqualTo(ExitCodes.FAILED);
    assertThat(API.getAllServeEvents()).hasSizeLessThan(2);
  }

  /** A pipe can be read once. */
  @Test
  void headersFromAPipeGoWithEachMode() throws Exception {
    API.stubFor(get("/character/1").withHeader("X-A", equalTo("1")).willReturn(okJson(RICK)));
    Path headers = NamedPipe.make(folder.resolve("headers"));
    NamedPipe.feed(headers, "X-A: 1");

    assertThat(compare("-H", "@" + headers, "1")).as(() -> "" + err()).isZero();
  }

  @Test
  void aBadPathCostsNoRequest() {
    API.stubFor(get("/character/1").willReturn(okJson(RICK)));
    Path file = folder.resolve("missing").resolve("figures.csv");
    assertThat(compare("--export-csv=" + file, "1")).isEqualTo(ExitCodes.USAGE);
    assertThat(err())
        .first()
        .isEqualTo(
            "fetch-characters: cannot write --export-csv=" + file + ": there is no such folder");
    assertThat(API.getAllServeEvents()).isEmpty();
  }

  @Test
  void anExportThatFailsDoesNotCostTheTable() {
    assumeTrue(Files.exists(Path.of("/dev/full")));

    assertThat(compare("--demo", "--demo-latency=0ms", "--export-csv=/dev/full", "1"))
        .isEqualTo(ExitCodes.FAILED);

    assertThat(out()).contains("median");
    assertThat(err()).anyMatch(line -> line.contains("cannot write /dev/full"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "/dev/stdout"})
  void anExportAmongTheTableIsRefused(String path) {
    assertThat(compare("--demo", "--export-json=" + path, "1")).isEqualTo(ExitCodes.USAGE);

    assertThat(out()).isEmpty();
    assertThat(err().get(0))
        .isEqualTo(
            "fetch-characters: cannot write --export-json="
                + path
                + ": the table goes to standard output");
  }

  @Test
  void aRefusedComparisonLeavesALinkToNowhereAsItWas() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));

    compare("--demo", "--demo-latency=0ms", "--export-csv=" + link, "9999");

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  /** Such as one to compare with. */
  @Test
  void anInterruptedComparisonLeavesTheFiguresOfAnEarlierOne() throws Exception {
    Path old = Files.writeString(folder.resolve("old.json"), "figures of last week\n");
    Path fresh = folder.resolve("new.json");

    for (Path file : List.of(old, fresh)) {
      Thread.currentThread().interrupt();
      compare("--demo", "--demo-latency=0ms", "--export-json=" + file, "1");
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(old).hasContent("figures of last week\n");
    assertThat(fresh).content().contains("\"refused\" : \"interrupted\"");
  }

  /** Also if the stop comes between two turns. */
  @Test
  void aTurnThatWasStoppedBeforeItsFirstIdIsNoTurn() {
    Thread.currentThread().interrupt();

    int exitCode = compare("--demo", "--demo-latency=0ms", "--modes=sync", "1");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(exitCode).isEqualTo(ExitCodes.FAILED);
    assertThat(out()).isEmpty();
    assertThat(err()).contains("fetch-characters: not compared: interrupted");
  }

  @Test
  void twoExportsToOneFileAreRefused() {
    String file = folder.resolve("figures").toString();
    assertThat(compare("--export-csv=" + file, "--export-json=" + file, "1"))
        .isEqualTo(ExitCodes.USAGE);
    assertThat(Path.of(file)).doesNotExist();
  }

  @Test
  void aRefusedComparisonLeavesFilesWithoutAPlaceForItAsTheyWere() throws Exception {
    stub(okJson(RICK), okJson(IMPOSTOR));
    Path old = Files.writeString(folder.resolve("old.csv"), "figures of last week\n");
    Path fresh = folder.resolve("new.md");
    assertThat(
            compare("--modes=sync,async", "--export-csv=" + old, "--export-markdown=" + fresh, "1"))
        .isEqualTo(ExitCodes.FAILED);
    assertThat(old).hasContent("figures of last week\n");
    assertThat(fresh).doesNotExist();
  }

  @Test
  void theJsonOfARefusedComparisonHoldsWhatWasMeasuredAndTheReason() throws Exception {
    stub(okJson(RICK), okJson(RICK), okJson(RICK), status(404));
    Path file = folder.resolve("refused.json");
    assertThat(compare("--modes=sync,async", "--runs=5", "--export-json=" + file, "1"))
        .isEqualTo(ExitCodes.FAILED);

    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.get("refused").textValue())
        .isEqualTo("sync did not bring every record in round 2, so there is nothing to compare");
    assertThat(json.at("/details/0").textValue()).startsWith("character 1: 404");
    assertThat(json.at("/modes/0/rounds")).hasSize(2);
    assertThat(json.at("/modes/1/rounds")).hasSize(2);
    assertThat(out()).isEmpty();
  }

  @Test
  void theChangeSinceAnEarlierExportIsSaid() throws Exception {
    String[] options = {"--demo", "--demo-latency=0ms", "--runs=3", "--modes=sync,async"};
    Path old = folder.resolve("old.json");
    assertThat(compare(with(options, "--export-json=" + old, "1", "10"))).isZero();
    // So that the figures of two runs do not decide.
    makeSlower(old);

    Path fresh = folder.resolve("new.json");
    assertThat(compare(with(options, "--baseline=" + old, "--export-json=" + fresh, "1", "10")))
        .isZero();

    assertThat(out())
        .containsPattern(
            "\nsync is [0-9.]+ times faster than in \\Q%s\\E \\(95 %%: [0-9.]+ to [0-9.]+\\)\n"
                .formatted(old))
        .containsPattern("\nasync is [0-9.]+ times faster than in ")
        .doesNotContain("no comparison");
    JsonNode json = new ObjectMapper().readTree(fresh.toFile());
    assertThat(json.at("/modes/1/change").doubleValue()).isGreaterThan(100);
  }

  @Test
  void aSettingThatAComparisonIgnoresIsNoneOfItsConditions() throws Exception {
    Path old = folder.resolve("old.json");
    String options = "compare --demo --demo-latency=0ms --modes=sync --runs=2 --warmup=0 1";
    String[] arguments = options.split(" ", -1);
    assertThat(run(with(arguments, "--export-json=" + old))).isZero();

    Map<String, String> cached = Map.of("FETCH_CHARACTERS_CACHE", "1h");
    assertThat(run(cached, with(arguments, "--baseline=" + old))).isZero();

    assertThat(out()).doesNotContain("no comparison");
    assertThat(Files.readString(old)).doesNotContain("--cache");
  }

  private static String[] with(String[] options, String... more) {
    return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
  }

  /** To a thousand seconds in each round. */
  private static void makeSlower(Path export) throws IOException {
    Files.writeString(
        export,
        Files.readString(export).replaceAll("\"seconds\" : [0-9.E-]+", "\"seconds\" : 1000"));
  }

  @Test
  void whyThereIsNoChangeSinceAnExportOfOtherConditionsIsSaid() {
    Path old = folder.resolve("old.json");
    compare("--demo", "--demo-latency=0ms", "--modes=async", "--export-json=" + old, "1");

    assertThat(
            compare(
                "--demo", "--demo-latency=0ms", "--modes=async", "-c1", "--baseline=" + old, "10"))
        .isZero();

    assertThat(out())
        .contains(
            "Warning: no comparison with " + old + ": other ids; --concurrency: 50 then, 1 now.\n");
  }

  @Test
  void anExportWithoutANameIsAUsageError() {
    assertThat(compare("--export-csv=", "1")).isEqualTo(ExitCodes.USAGE);

    assertThat(err().get(0))
        .isEqualTo("fetch-characters: cannot write --export-csv=: its name is empty");
  }

  @ParameterizedTest
  @CsvSource({
    "missing.json, there is no such file",
    "., it is a directory",
    "text, it is no JSON",
    "other.json, it is no export of fetch-characters compare: see /tool",
    "huge, it is larger than 16 MiB",
    "pipe, 'it is a pipe or a device, not an ordinary file'",
  })
  void aBaselineThatIsNoneCostsNoRequest(String name, String reason) throws Exception {
    API.stubFor(get("/character/1").willReturn(okJson(RICK)));
    Files.writeString(folder.resolve("text"), "fetch-characters");
    Files.writeString(folder.resolve("other.json"), "{\"results\":[]}");
    Files.write(folder.resolve("huge"), new byte[(16 << 20) + 1]);
    NamedPipe.make(folder.resolve("pipe"));
    Path file = folder.resolve(name);

    assertThat(compare("--baseline=" + file, "1")).isEqualTo(ExitCodes.USAGE);

    assertThat(err().get(0))
        .isEqualTo(
            "fetch-characters: Invalid value for option '--baseline': cannot use '"
                + file
                + "': "
                + reason);
    assertThat(API.getAllServeEvents()).isEmpty();
  }

  @Test
  void exportsReplaceWhatAFileHeldAndKeepSecrets() throws Exception {
    API.stubFor(get("/character/1").willReturn(okJson(RICK)));
    Path json = Files.writeString(folder.resolve("f.json"), "x".repeat(100_000));
    Path markdown = folder.resolve("f.md");
    String[] arguments = {
      "--export-json=" + json,
      "--export-markdown=" + markdown,
      "-H",
      "Authorization: Bearer s3cret",
      "1"
    };
    assertThat(compare(arguments)).isZero();
    assertThat(new ObjectMapper().readTree(json.toFile()).at("/options/--header").textValue())
        .isEqualTo("…");
    assertThat(json).content(StandardCharsets.UTF_8).doesNotContain("s3cret").endsWith("}\n");
    assertThat(markdown)
        .content(StandardCharsets.UTF_8)
        .contains("'Authorization: …'")
        .doesNotContain("s3cret");
  }

  @Test
  void theCommandThatRepeatsItSaysWhereTheApiIs() throws Exception {
    API.stubFor(get("/character/1").willReturn(okJson(RICK)));
    Path file = folder.resolve("figures.json");
    Map<String, String> environment = Map.of("FETCH_CHARACTERS_BASE_URL", API.baseUrl());
    assertThat(run(environment, "compare", "--runs=1", "--export-json=" + file, "1")).isZero();
    assertThat(new ObjectMapper().readTree(file.toFile()).get("command").textValue())
        .isEqualTo(
            "fetch-characters compare --base-url=%s --runs=1 --export-json=%s 1"
                .formatted(API.baseUrl(), file));
  }

  @ParameterizedTest
  @CsvSource({
    "--runs=0, Invalid value for option '--runs': 0 is less than 1",
    "--warmup=-1, Invalid value for option '--warmup': -1 is less than 0",
    "'--modes=sync,sync', Invalid value for option '--modes': a mode is given twice",
    "--modes=async --reference=sync, Invalid value for option '--reference': sync is not among"
        + " --modes=async",
    "--mode=sync, Unknown option: '--mode'; did you mean '--modes'?",
    "--concurrency=0, Invalid value for option '--concurrency': 0 is not in the range 1 to 1000",
    "'--concurrency=5,1,5', Invalid value for option '--concurrency': 5 is given twice",
    "'--concurrency=,', 'Invalid value for option ''--concurrency'': '','' is not a whole number'",
    "'--concurrency=1,', 'Invalid value for option ''--concurrency'': ''1,'' is not a whole"
        + " number'",
    "'--modes=,', 'Invalid value for option ''--modes'': '','' is none of [sync, async,"
        + " threads, batch]'",
    "'--batch-size=5,101 --modes=batch', Invalid value for option '--batch-size': 101 is not in the"
        + " range 1 to 100",
    "'--batch-size=5,10', 'Invalid value for option ''--batch-size'': none of"
        + " --modes=sync,threads,async depends on it'",
    "'--concurrency=1,2 --modes=sync', Invalid value for option '--concurrency': none of"
        + " --modes=sync depends on it",
  })
  void aWrongOptionIsAUsageError(String options, String message) {
    List<String> arguments = new ArrayList<>(List.of(options.split(" ")));
    arguments.add("1");
    assertThat(compare(arguments.toArray(String[]::new))).isEqualTo(ExitCodes.USAGE);
    assertThat(err()).first().isEqualTo("fetch-characters: " + message);
  }

  @Test
  void aSweepOfTooManyTurnsIsAUsageError() {
    String values = IntStream.rangeClosed(1, 51).mapToObj(i -> "" + i).collect(joining(","));
    assertThat(compare("--modes=threads,async", "--concurrency=" + values, "1"))
        .isEqualTo(ExitCodes.USAGE);
    assertThat(err())
        .first()
        .isEqualTo(
            "fetch-characters: too much to compare: each mode at each value of --concurrency or"
                + " --batch-size makes 102 rows, and at most 100 are possible");
  }

  @Test
  void theHelpGroupsTheOptionsAndLeavesOutWhatMakesNoSense() {
    assertThat(run("compare", "--help")).isZero();
    assertThat(out())
        .contains("\nWhat to compare:\n")
        .contains("\nWhere to fetch from:\n")
        .contains("--runs=N")
        .contains("--concurrency=N")
        .containsOnlyOnce("--batch-size=N")
        .doesNotContain("--mode=")
        .doesNotContain("--fail-fast");
  }

  @Test
  void noIdsAreAUsageError() {
    assertThat(compare()).isEqualTo(ExitCodes.USAGE);
    assertThat(err()).first().asString().contains("nothing to compare");
  }
}
