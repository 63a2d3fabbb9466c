package io.github.fetchcharacters.cli.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.github.fetchcharacters.cli.StubApi.record;
import static io.github.fetchcharacters.cli.fetch.ListApi.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.StubApi;
import io.github.fetchcharacters.cli.fetch.ListApi.Answer;
import io.github.fetchcharacters.demo.DemoServer;
import io.github.fetchcharacters.demo.DemoSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers from earlier runs: the requests to the server, and the output. */
@Timeout(60)
class CacheOptionTest {

  @RegisterExtension private static final StubApi API = new StubApi();

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();

  CacheOptionTest(@TempDir Path home) {
    this.home = home;
    environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
  }

  private CommandRun run(String... arguments) {
    return CommandRun.withEnvironment(environment, arguments);
  }

  private Path folder() {
    return home.resolve("cache/fetch-characters/answers");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  // Fresh answers

  @ParameterizedTest
  @CsvSource({
    "sync, name",
    "async, ndjson",
    "async, json",
    "async, csv",
    "threads, table",
    "batch, ndjson",
    "batch, tsv"
  })
  void everyModePrintsTheSameBytesWithoutARequest(String mode, String format) throws IOException {
    try (ListApi api = new ListApi()) {
      String[] arguments = {
        api.option(), "--cache=1h", "--mode=" + mode, "-f", format, "-t", "1-120", "7", "1"
      };
      CommandRun plain = run(api.option(), "--mode=" + mode, "-f", format, "1-120", "7", "1");
      CommandRun first = run(arguments);
      int asked = api.asked().size();

      CommandRun second = run(arguments);

      assertThat(first.out()).isEqualTo(plain.out());
      assertThat(second.out()).isEqualTo(plain.out());
      assertThat(api.asked()).hasSize(asked);
      assertThat(second.err())
          .matches(
              "122 characters in \\d+\\.\\d{3} s \\(" + mode + ", 0 requests, 122 cached\\)\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"sync, --all", "async, --all", "threads, --name=Number", "batch, --status=alive"})
  void pagesAreKeptToo(String mode, String filter) throws IOException {
    try (ListApi api = new ListApi()) {
      String[] arguments = {api.option(), "--cache=1h", "--mode=" + mode, "-t", filter};
      CommandRun first = run(arguments);
      int asked = api.asked().size();

      CommandRun second = run(arguments);

      assertThat(first.outLines()).isEqualTo(names(1, ListApi.COUNT));
      assertThat(second.out()).isEqualTo(first.out());
      assertThat(api.asked()).hasSize(asked);
      assertThat(second.err()).contains("0 requests, 42 cached)");
    }
  }

  @Test
  void anotherFilterIsAnotherAnswer() throws IOException {
    try (ListApi api = new ListApi()) {
      run(api.option(), "--cache=1h", "--name=a");
      int asked = api.asked().size();

      run(api.option(), "--cache=1h", "--name=b");

      assertThat(api.asked()).hasSize(2 * asked);
    }
  }

  @Test
  void aBatchAsksForWhatIsMissingAndKeepsItById() throws IOException {
    try (ListApi api = new ListApi()) {
      run(api.option(), "--cache=1h", "2", "4");

      CommandRun batch = run(api.option(), "--cache=1h", "--mode=batch", "-t", "1-5", "2");

      assertThat(batch.outLines()).containsExactlyElementsOf(append(names(1, 5), "Number 2"));
      assertThat(batch.err()).contains("(batch, 1 request, 3 cached, 0 retries, HTTP/1.1)");
      assertThat(api.asked()).containsExactlyInAnyOrder("2", "4", "1,3,5");

      assertThat(run(api.option(), "--cache=1h", "--mode=sync", "1-5").outLines())
          .isEqualTo(names(1, 5));
      assertThat(api.asked()).hasSize(3);
    }
  }

  private static List<String> append(List<String> all, String last) {
    List<String> more = new ArrayList<>(all);
    more.add(last);
    return more;
  }

  /** A request an hour would take longer than any test may. */
  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads", "batch"})
  void cachedAnswersDoNotCountForTheRate(String mode) throws IOException {
    try (ListApi api = new ListApi()) {
      run(api.option(), "--cache=1h", "1-20");

      assertThat(run(api.option(), "--cache=1h", "--rate=1/h", "--mode=" + mode, "1-20").outLines())
          .isEqualTo(names(1, 20));
    }
  }

  @Test
  void theDemoFindsItsAnswersOnAnyPort() {
    run("--demo", "--demo-latency=0ms", "--cache=1h", "1-3");

    assertThat(run("--demo", "--demo-latency=0ms", "--cache=1h", "-t", "1-3").err())
        .contains("0 requests, 3 cached");
  }

  @Test
  void theWaterfallMarksIt() {
    run(API.option(), "--cache=1h", "1");

    assertThat(run(API.option(), "--cache=1h", "--waterfall", "1").err())
        .containsPattern("\n +1  cached +0  [◆c]\n");
  }

  // Older ones

  @Test
  void theBuiltInApiConfirmsWhatHasNotChanged() throws IOException {
    try (DemoServer server = DemoServer.start(DemoSettings.withLatency(Duration.ZERO))) {
      String[] arguments = {"--base-url=" + server.baseUri(), "--cache=0s", "-f", "ndjson", "1-3"};
      CommandRun first = run(arguments);
      List<FileTime> before = times();

      CommandRun second = run(arguments);

      assertThat(second.out()).isEqualTo(first.out()).isNotEmpty();
      assertThat(second.err()).isEmpty();
      assertThat(times()).doesNotContainAnyElementsOf(before).hasSameSizeAs(before);
    }
  }

  /** When each answer was sent or confirmed. */
  private List<FileTime> times() throws IOException {
    List<FileTime> times = new ArrayList<>();
    for (Path file : files()) {
      if (!file.endsWith("cleaned")) {
        times.add(Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void anOlderAnswerIsAskedForByItsValidators(String mode) {
    String date = "Tue, 14 Nov 2023 22:13:20 GMT";
    API.answers(
        1,
        okJson(record(1, "Rick Sanchez"))
            .withHeader("ETag", "W/\"a\"")
            .withHeader("Last-Modified", date));
    run(API.option(), "--cache=0s", "--mode=" + mode, "1");
    API.answers(1, aResponse().withStatus(304));

    for (int times = 0; times < 2; times++) {
      assertThat(run(API.option(), "--cache=0s", "--mode=" + mode, "1").out())
          .isEqualTo("Rick Sanchez\n");
    }

    List<LoggedRequest> requests = API.requests();
    assertThat(requests).hasSize(3);
    assertThat(requests.get(0).containsHeader("If-None-Match")).isFalse();
    for (LoggedRequest again : requests.subList(1, 3)) {
      assertThat(again.getHeader("If-None-Match")).isEqualTo("W/\"a\"");
      assertThat(again.getHeader("If-Modified-Since")).isEqualTo(date);
    }
  }

  @Test
  void aConfirmedAnswerIsAsGoodAsNew() {
    API.answers(1, okJson(record(1, "Rick Sanchez")).withHeader("ETag", "\"a\""));
    run(API.option(), "--cache=0s", "1");
    API.answers(1, aResponse().withStatus(304).withHeader("ETag", "\"b\""));
    run(API.option(), "--cache=0s", "1");

    assertThat(run(API.option(), "--cache=1h", "-t", "1").err()).contains("0 requests, 1 cached");
    run(API.option(), "--cache=0s", "1");
    assertThat(API.requests().get(2).getHeader("If-None-Match")).isEqualTo("\"b\"");
  }

  @Test
  void aChangedRecordTakesThePlaceOfTheOld() {
    API.answers(1, okJson(record(1, "Rick Sanchez")).withHeader("ETag", "\"a\""));
    run(API.option(), "--cache=0s", "1");
    API.answers(1, okJson(record(1, "Pickle Rick")).withHeader("ETag", "\"b\""));

    assertThat(run(API.option(), "--cache=0s", "1").out()).isEqualTo("Pickle Rick\n");
    assertThat(run(API.option(), "--cache=1h", "1").out()).isEqualTo("Pickle Rick\n");
    assertThat(API.requests()).hasSize(2);
  }

  /** It would come back with a larger age. */
  @ParameterizedTest
  @ValueSource(strings = {"ETag", "X-None"})
  void whatTheServerDoesNotKnowAnyMoreIsNotKept(String validator) {
    API.answers(1, okJson(record(1, "Rick Sanchez")).withHeader(validator, "\"a\""));
    assertThat(run(API.option(), "--cache=1h", "1").exitCode()).isZero();
    API.answers(1, aResponse().withStatus(404));

    run(API.option(), "--cache=0s", "1");

    assertThat(run(API.option(), "--cache=1h", "1").err()).contains("404");
  }

  @Test
  void whatTheServerForbidsToStoreFromNowOnIsNotKept() {
    run(API.option(), "--cache=1h", "1");
    API.answers(1, okJson(record(1, "Pickle Rick")).withHeader("Cache-Control", "no-store"));

    run(API.option(), "--cache=0s", "1");

    assertThat(run(API.option(), "--cache=1h", "1").out()).isEqualTo("Pickle Rick\n");
  }

  @Test
  void whatABatchLeavesOutIsNotKept() {
    run(API.option(), "--cache=1h", "1", "10");
    API.answers("1,10", okJson("[" + record(1, "Pickle Rick") + "]"));
    run(API.option(), "--cache=0s", "--mode=batch", "1", "10");
    API.answers(10, aResponse().withStatus(404));

    CommandRun run = run(API.option(), "--cache=1h", "1", "10");

    assertThat(run.out()).isEqualTo("Pickle Rick\n");
    assertThat(run.err()).contains("character 10: 404");
  }

  @Test
  void withoutAValidatorAllIsSentAgain() {
    run(API.option(), "--cache=0s", "1");
    API.answers(1, record(1, "Pickle Rick"));

    assertThat(run(API.option(), "--cache=0s", "1").out()).isEqualTo("Pickle Rick\n");
    assertThat(API.requests())
        .allSatisfy(request -> assertThat(request.containsHeader("If-None-Match")).isFalse());
  }

  /** A 304 that no condition has asked for says nothing of use. */
  @Test
  void a304WithoutAConditionIsAFailure() {
    run(API.option(), "--cache=0s", "1");
    API.answers(1, aResponse().withStatus(304));

    assertThat(run(API.option(), "--cache=0s", "1").err())
        .isEqualTo("fetch-characters: character 1: 304 Not Modified\n");
  }

  // What is not kept

  static Stream<ResponseDefinitionBuilder> aFailureIsNotKept() {
    return Stream.of(
        aResponse().withStatus(404).withBody("{\"error\":\"Character not found\"}"),
        aResponse().withStatus(500),
        aResponse().withStatus(203).withBody(record(1, "Rick")),
        okJson("{\"id\":1"),
        okJson("{\"id\":1}"),
        okJson(record(2, "Morty")));
  }

  @ParameterizedTest
  @MethodSource
  void aFailureIsNotKept(ResponseDefinitionBuilder failure) {
    API.answers(1, failure);
    assertThat(run(API.option(), "--cache=1h", "--retries=0", "1").exitCode()).isEqualTo(1);
    API.answers(1, record(1, "Rick Sanchez"));

    assertThat(run(API.option(), "--cache=1h", "1").out()).isEqualTo("Rick Sanchez\n");
  }

  @Test
  void whatTheServerForbidsToStoreIsNotKept() {
    API.answers(
        1, okJson(record(1, "Rick Sanchez")).withHeader("Cache-Control", "private, No-Store"));

    run(API.option(), "--cache=1h", "1");
    run(API.option(), "--cache=1h", "1");

    assertThat(API.requests()).hasSize(2);
  }

  @Test
  void aPageWithAFaultIsNotKept() throws IOException {
    try (ListApi api =
        new ListApi(
            (asked, time) ->
                asked.equals("?page=1")
                    ? Answer.ok(
                        "{\"info\":{\"count\":2,\"pages\":1},\"results\":["
                            + ListApi.record(1)
                            + ",{\"id\":2}]}")
                    : null)) {
      run(api.option(), "--cache=1h", "--all");
      CommandRun second = run(api.option(), "--cache=1h", "--all");

      assertThat(api.asked()).containsExactly("?page=1", "?page=1");
      assertThat(second.err()).contains("has no usable name");
    }
  }

  @Test
  void aRunWithConditionsOfItsOwnAsksTheServer() throws IOException {
    run(API.option(), "--cache=1h", "1");
    run(API.option(), "--cache=1h", "-H", "If-None-Match: \"x\"", "1");
    run(API.option(), "--cache=1h", "-H", "if-none-match: \"x\"", "1");

    assertThat(API.requests()).hasSize(3);
  }

  // Secrets

  @Test
  void anotherHeaderIsAnotherAnswerAndNoSecretIsOnTheDisk() throws IOException {
    String secret = "c2VjcmV0OnBhc3N3b3Jk";
    String[] arguments = {API.option(), "--cache=1h", "-H", "Authorization: Basic " + secret, "1"};
    run(API.option(), "--cache=1h", "1");
    run(arguments);
    run(API.option(), "--cache=1h", "-H", "Cookie: who=me", "1");
    run(API.option(), "--cache=1h", "-H", "Accept: text/plain", "1");
    assertThat(API.requests()).hasSize(4);

    run(arguments);
    run(API.option(), "--cache=1h", "-H", "COOKIE: who=me", "1");

    assertThat(API.requests()).hasSize(4);
    assertThat(files())
        .hasSize(5)
        .allSatisfy(
            file -> {
              assertThat(file.toString()).doesNotContain(secret);
              assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                  .doesNotContain(secret)
                  .doesNotContain("who=me");
            });
  }

  // On and off

  @Test
  void nothingIsKeptUnlessAskedFor() throws IOException {
    run(API.option(), "1");
    run(API.option(), "--cache=off", "1");

    assertThat(API.requests()).hasSize(2);
    assertThat(files()).isEmpty();
  }

  @Test
  void aVariableTurnsItOnAndTheCommandLineOff() throws IOException {
    environment.put("FETCH_CHARACTERS_CACHE", "1h");
    run(API.option(), "1");
    assertThat(run(API.option(), "-t", "1").err()).contains("0 requests, 1 cached");

    assertThat(run(API.option(), "-t", "--cache=off", "1").err()).contains("(async, 1 request, 0");
  }

  @Test
  void theSettingsFileTurnsItOn() throws IOException {
    Path file = Files.writeString(home.resolve("settings"), "cache=7d\n");
    environment.put("FETCH_CHARACTERS_CONFIG", file.toString());
    run(API.option(), "1");

    assertThat(run(API.option(), "-t", "1").err()).contains("0 requests, 1 cached");
    environment.put("FETCH_CHARACTERS_CACHE", "off");
    assertThat(run(API.option(), "-t", "1").err()).contains("(async, 1 request, 0 retries");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "soon", "-1s", ""})
  void anythingElseIsAUsageError(String value) {
    CommandRun run = run(API.option(), "--cache=" + value, "1");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .first()
        .asString()
        .contains("'--cache'", "'" + value + "' is neither 'off' nor a duration");
  }

  @Test
  void compareRefusesItAndIgnoresASetting() throws IOException {
    String[] arguments = {
      "compare", "--demo", "--demo-latency=0ms", "--runs=1", "--warmup=0", "--modes=sync", "1"
    };
    CommandRun refused =
        run(Stream.concat(Stream.of(arguments), Stream.of("--cache=1h")).toArray(String[]::new));
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errLines().get(0))
        .isEqualTo(
            "fetch-characters: compare times requests, so it takes no --cache; leave it out");

    environment.put("FETCH_CHARACTERS_CACHE", "1h");
    CommandRun compared = run(arguments);
    assertThat(compared.exitCode()).isZero();
    assertThat(compared.err()).isEmpty();
    assertThat(files()).isEmpty();
    assertThat(run("compare", "--help").out()).doesNotContain("--cache");
  }

  // Folders

  @Test
  void aFolderOfNoUseIsOneWarning() throws IOException {
    environment.put("XDG_CACHE_HOME", Files.createFile(home.resolve("file")).toString());

    CommandRun run = run(API.option(), "--cache=1h", "1", "10", "100");

    assertThat(run.outLines()).containsExactly("Rick Sanchez", "Alan Rails", "Bubonic Plague");
    assertThat(run.exitCode()).isZero();
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .startsWith("fetch-characters: warning: the cache in " + home.resolve("file"))
        .contains(" is not used: ");
    assertThat(run(API.option(), "--cache=1h", "-q", "1").err()).isEmpty();
  }

  @Test
  void withoutAHomeThereIsNoCache() {
    environment.clear();

    CommandRun run = run(API.option(), "--cache=1h", "1");

    assertThat(run.out()).isEqualTo("Rick Sanchez\n");
    assertThat(run.err())
        .isEqualTo(
            "fetch-characters: warning: there is no cache: neither XDG_CACHE_HOME nor HOME names a"
                + " folder\n");
    assertThat(run("cache").exitCode()).isEqualTo(1);
  }

  @Test
  void theFolderIsBelowTheHomeFolderUnlessSaid() {
    environment.put("HOME", home.toString());
    environment.put("XDG_CACHE_HOME", "relative");

    run(API.option(), "--cache=1h", "1");

    assertThat(home.resolve(".cache/fetch-characters/answers")).isDirectory();
  }

  // The command

  @Test
  void theCommandShowsWhatIsKeptAndRemovesIt() throws IOException {
    assertThat(run("cache").out()).isEqualTo(folder() + "\n0 entries, 0.0 MB\n");
    run(API.option(), "--cache=1h", "1", "10", "100");
    Files.writeString(folder().resolve("f".repeat(64)), "damaged");

    assertThat(run("cache").out())
        .matches("\\Q" + folder() + "\\E\n4 entries, 0\\.0 MB, \\d+ s (to \\d+ s )?old\n");

    CommandRun cleared = run("cache", "--clear");
    assertThat(cleared.out()).isEqualTo("removed 4 entries, 0.0 MB\n");
    assertThat(cleared.exitCode()).isZero();
    assertThat(run("cache").out()).contains("0 entries");
    run(API.option(), "--cache=1h", "1");
    assertThat(API.requests()).hasSize(4);
  }

  @Test
  void theCommandSaysThatAFolderIsNotUsed() throws IOException {
    run(API.option(), "--cache=1h", "1");
    assertThat(run("cache").err()).isEmpty();
    assumeThat(folder().getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));

    CommandRun run = run("cache");

    assertThat(run.out()).startsWith(folder() + "\n1 entry, ");
    assertThat(run.err())
        .isEqualTo(
            "fetch-characters: warning: the cache in "
                + folder()
                + " is not used: others may write to it\n");
    assertThat(Files.getPosixFilePermissions(folder())).as("the command closes none").hasSize(9);
  }

  @Test
  void theCommandSaysWhyItCannotEmptyTheFolder() throws IOException {
    Path foreign = Files.createDirectories(folder().resolve("f".repeat(64)).resolve("inside"));

    CommandRun run = run("cache", "--clear");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "fetch-characters: cannot empty the cache in "
                + folder()
                + ": "
                + foreign.getParent()
                + " is a folder with files in it\n");
  }
}
