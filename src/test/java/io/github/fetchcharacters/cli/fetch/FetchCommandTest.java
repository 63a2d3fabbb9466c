package io.github.fetchcharacters.cli.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.fetchcharacters.cli.StubApi.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.NamedPipe;
import io.github.fetchcharacters.cli.StubApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The output and the requests. */
@Timeout(30)
class FetchCommandTest {

  @RegisterExtension static final StubApi API = new StubApi();

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads", "SYNC"})
  void printsTheNamesInTheOrderAsked(String mode) {
    CommandRun run = CommandRun.of(API.option(), "--mode=" + mode, "100", "1", "10");

    assertThat(run).isEqualTo(new CommandRun(0, "Bubonic Plague\nRick Sanchez\nAlan Rails\n", ""));
  }

  @Test
  void fetchesAllAtOnceByDefault() throws Exception {
    try (HoldingApi api = HoldingApi.until(50)) {
      CommandRun run = CommandRun.of(api.option(), "1-50");

      assertThat(run.exitCode()).isZero();
      assertThat(run.outLines()).hasSize(50);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"async", "threads"})
  void keepsTheOrderWhenTheLastAnswersFirst(String mode) throws Exception {
    try (HoldingApi api = HoldingApi.until(4)) {
      CommandRun run = CommandRun.of(api.option(), "--mode=" + mode, "-c", "4", "3-4", "1-2");

      assertThat(run).isEqualTo(new CommandRun(0, "Number 3\nNumber 4\nNumber 1\nNumber 2\n", ""));
    }
  }

  @Test
  void oneAfterAnotherInModeSync() {
    CommandRun.of(API.option(), "--mode=sync", "10", "1", "100", "10");

    assertThat(API.paths())
        .containsExactly(
            "/api/character/10", "/api/character/1", "/api/character/100", "/api/character/10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void fetchesAndPrintsARepeatedIdAsOftenAsItIsGiven(String mode) {
    CommandRun run = CommandRun.of(API.option(), "--mode=" + mode, "1", "1,10", "1-1");

    assertThat(run.out()).isEqualTo("Rick Sanchez\nRick Sanchez\nAlan Rails\nRick Sanchez\n");
    assertThat(API.requests()).hasSize(4);
  }

  @Test
  void takesOptionsBeforeAndAfterTheIds() {
    assertThat(CommandRun.of("1", API.option(), "10", "-f", "ndjson").out())
        .isEqualTo(record(1, "Rick Sanchez") + "\n" + record(10, "Alan Rails") + "\n");
  }

  @Test
  void printsUtf8() {
    API.answers(5, record(5, "Zoë Łucja 日本 🥒"));

    assertThat(CommandRun.of(API.option(), "5").out()).isEqualTo("Zoë Łucja 日本 🥒\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "name; Rick\\u001b[2J\\u009b\\u2028\\u202e\\u000a!",
        "ndjson; {`id`:1,`name`:`Rick\\u001b[2J\\u009b\\u2028\\u202e\\n!`}",
      })
  void doesNotLetAValueDriveTheTerminal(String format, String line) {
    API.answers(1, "{\"id\":1,\"name\":\"Rick\\u001b[2J\u009b\u2028\u202e\\n!\"}");

    assertThat(CommandRun.of(API.option(), "-f", format, "1").out())
        .isEqualTo(line.replace('`', '"') + "\n");
  }

  @Test
  void ndjsonIsTheRecordOfTheApiOnOneLine() {
    API.answers(
        1,
        """
        { "id" : 1,\r
        \t"n": [1.0, 1e2, -0, 0.10, 12345678901234567890, {}],
          "name": "A \\u00e9\\/ \\" B", "z": null, "a": true }
        """);

    assertThat(CommandRun.of(API.option(), "--format=ndjson", "1").out())
        .isEqualTo(
            """
            {"id":1,"n":[1.0,1e2,-0,0.10,12345678901234567890,{}],"name":"A \\u00e9\\/ \\" B",\
            "z":null,"a":true}
            """);
  }

  @Test
  void jsonIsAnArrayOfTheRecords() {
    assertThat(CommandRun.of(API.option(), "--format=JSON", "1", "9999", "10").out())
        .isEqualTo("[\n" + record(1, "Rick Sanchez") + ",\n" + record(10, "Alan Rails") + "\n]\n");
  }

  @Test
  void jsonWithoutARecordIsAnEmptyArray() {
    CommandRun run = CommandRun.of(API.option(), "--format=json", "9999");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("[]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "ndjson"})
  void theOtherFormatsPrintNothingWithoutARecord(String format) {
    assertThat(CommandRun.of(API.option(), "--format=" + format, "9999").out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void theBaseUrlMayEndWithASlash(String end) {
    assertThat(CommandRun.of(API.option() + end, "1").out()).isEqualTo("Rick Sanchez\n");
    assertThat(API.paths()).containsExactly("/api/character/1");
  }

  @Test
  void theEnvironmentSaysWhereTheApiIs() {
    Map<String, String> environment = Map.of("FETCH_CHARACTERS_BASE_URL", API.url());

    assertThat(CommandRun.withEnvironment(environment, "1").out()).isEqualTo("Rick Sanchez\n");
  }

  @Test
  void anEmptyVariableSaysNothing() {
    Map<String, String> environment = Map.of("FETCH_CHARACTERS_BASE_URL", "");

    assertThat(CommandRun.withEnvironment(environment, "--demo", "--demo-latency=1ms", "1").out())
        .isEqualTo("Rick Sanchez\n");
  }

  @Test
  void theOptionComesBeforeTheEnvironment() {
    Map<String, String> environment = Map.of("FETCH_CHARACTERS_BASE_URL", "http://127.0.0.1:1");

    assertThat(CommandRun.withEnvironment(environment, API.option(), "1").out())
        .isEqualTo("Rick Sanchez\n");
  }

  @Test
  void theDemoComesBeforeTheEnvironment() {
    Map<String, String> environment = Map.of("FETCH_CHARACTERS_BASE_URL", API.url());

    CommandRun run =
        CommandRun.withEnvironment(environment, "--demo", "--demo-latency=1ms", "1", "10", "100");

    assertThat(run).isEqualTo(new CommandRun(0, "Rick Sanchez\nAlan Rails\nBubonic Plague\n", ""));
    assertThat(API.requests()).isEmpty();
  }

  @Test
  void sendsTheHeadersAskedFor() {
    CommandRun.of(API.option(), "-H", "X-One: 1", "--header=X-Two:2", "-H", "X-One: 3", "1");

    LoggedRequest request = API.requests().get(0);
    assertThat(request.header("X-One").values()).containsExactly("1", "3");
    assertThat(request.header("X-Two").values()).containsExactly("2");
    assertThat(request.header("User-Agent").values())
        .containsExactly("fetch-characters/unpackaged");
    assertThat(request.header("Accept").values()).containsExactly("application/json");
  }

  @Test
  void aHeaderAskedForTakesThePlaceOfTheToolsOwn() {
    CommandRun.of(API.option(), "-H", "user-agent: me", "-H", "Accept: text/plain", "1");

    LoggedRequest request = API.requests().get(0);
    assertThat(request.header("User-Agent").values()).containsExactly("me");
    assertThat(request.header("Accept").values()).containsExactly("text/plain");
  }

  @Test
  void readsItsArgumentsFromAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("ids"), "1\n10 100 # three\n");

    assertThat(CommandRun.of(API.option(), "@" + file).outLines())
        .isEqualTo(List.of("Rick Sanchez", "Alan Rails", "Bubonic Plague"));
  }

  /** Whatever the locale of the JVM. */
  @Test
  void aFileOfArgumentsIsUtf8AndMayBeginWithAByteOrderMark(@TempDir Path folder) throws Exception {
    Path inner = Files.writeString(folder.resolve("inner"), "\uFEFF10,100 '-H' 'X-A: Zoë' # ä");
    Path file = Files.writeString(folder.resolve("ids"), "\uFEFF1\n@" + inner + "\r\n");

    assertThat(CommandRun.of(API.option(), "@" + file).outLines())
        .isEqualTo(List.of("Rick Sanchez", "Alan Rails", "Bubonic Plague"));
    assertThat(CommandRun.of("@" + Files.writeString(file, "zoë")).err()).contains("'zoë' is not");
  }

  @Test
  void anUnreadableFileOfArgumentsIsReportedInALine(@TempDir Path folder) throws Exception {
    Path latin1 = Files.write(folder.resolve("latin1"), new byte[] {'1', ' ', (byte) 0xE9});
    Path itself = Files.writeString(folder.resolve("itself"), "1 @" + folder.resolve("itself"));

    assertThat(CommandRun.of("@" + latin1).err())
        .startsWith(
            "fetch-characters: cannot read the arguments file '"
                + latin1
                + "': it is no text in UTF-8\n");
    assertThat(CommandRun.of("@" + folder).err()).contains("'" + folder + "': it is a directory\n");
    assertThat(CommandRun.of(API.option(), "@" + itself).out()).isEqualTo("Rick Sanchez\n");
    assertThat(CommandRun.of("@@x").err()).contains("cannot read the arguments file 'x'");
  }

  /** {@code @<(command)} is a pipe, too. */
  @Test
  void argumentsAndHeadersMayComeFromAPipe(@TempDir Path folder) throws Exception {
    Path ids = NamedPipe.make(folder.resolve("ids"));
    Path headers = NamedPipe.make(folder.resolve("headers"));
    NamedPipe.feed(ids, "1 10");
    NamedPipe.feed(headers, "X-A: 1");

    assertThat(CommandRun.of(API.option(), "@" + ids, "-H", "@" + headers).outLines())
        .containsExactly("Rick Sanchez", "Alan Rails");
    assertThat(API.requests().get(0).header("X-A").values()).containsExactly("1");
  }

  @Test
  void anAnswerMayBeAsLargeAsAllowedAndNoLarger() {
    String name = "R".repeat(1000);
    API.answers(1, record(1, name));
    int size = record(1, name).length();

    assertThat(CommandRun.of(API.option(), "--max-body=" + size, "1").out()).isEqualTo(name + "\n");
    assertThat(CommandRun.of(API.option(), "--max-body=" + (size - 1), "1"))
        .isEqualTo(
            new CommandRun(
                1,
                "",
                "fetch-characters: character 1: the answer is larger than --max-body="
                    + (size - 1)
                    + " bytes\n"));
  }

  @Test
  void doesNotFollowARedirect() {
    API.answers(1, aResponse().withStatus(302).withHeader("Location", API.url() + "/character/10"));

    assertThat(CommandRun.of(API.option(), "1").err())
        .isEqualTo(
            "fetch-characters: character 1: 302 Found, not followed, to "
                + API.url()
                + "/character/10\n");
    assertThat(API.requests()).hasSize(1);
  }
}
