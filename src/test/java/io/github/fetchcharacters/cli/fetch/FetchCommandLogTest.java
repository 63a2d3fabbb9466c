package io.github.fetchcharacters.cli.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static io.github.fetchcharacters.cli.StubApi.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.StubApi;
import io.github.fetchcharacters.demo.DemoServer;
import io.github.fetchcharacters.demo.DemoSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of {@code -v} and {@code -t}. The logger prints to {@link System#err}. */
@Timeout(30)
class FetchCommandLogTest {

  @RegisterExtension static final StubApi API = new StubApi();

  private final PrintStream before = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeEach
  void catchTheLog() {
    System.setErr(new PrintStream(log, true, UTF_8));
  }

  @AfterEach
  void giveTheLogBack() {
    System.setErr(before);
  }

  @Test
  void inModeSyncOneIdIsFetchedAfterAnother() {
    CommandRun run = CommandRun.of(API.option(), "-vt", "--mode=sync", "1", "10", "100");

    assertThat(run.err())
        .matches("3 characters in .* \\(sync, 3 requests, 0 retries, HTTP/1\\.1\\)\n");
    assertThat(logged())
        .containsExactly(
            "getting character with id 1",
            "fetching " + API.url() + "/character/1",
            "fetched " + API.url() + "/character/1",
            "got Rick Sanchez",
            "getting character with id 10",
            "fetching " + API.url() + "/character/10",
            "fetched " + API.url() + "/character/10",
            "got Alan Rails",
            "getting character with id 100",
            "fetching " + API.url() + "/character/100",
            "fetched " + API.url() + "/character/100",
            "got Bubonic Plague");
  }

  @ParameterizedTest
  @ValueSource(strings = {"async", "threads"})
  void inTheOtherModesAllAreFetchedAtOnce(String mode) throws Exception {
    try (HoldingApi api = HoldingApi.until(3)) {
      CommandRun.of(api.option(), "--verbose", "--mode=" + mode, "1", "10", "100");
    }

    List<String> verbs = logged().stream().map(line -> line.split(" ", -1)[0]).toList();
    assertThat(verbs).hasSize(12);
    assertThat(verbs.lastIndexOf("fetching")).isLessThan(verbs.indexOf("fetched"));
    assertThat(logged()).contains("got Number 1", "got Number 10", "got Number 100");
  }

  @Test
  void anAnswerOfAnEarlierRunIsLoggedWithItsAge(@TempDir Path folder) {
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.toString());
    CommandRun.withEnvironment(environment, API.option(), "--cache=1h", "1");

    CommandRun.withEnvironment(environment, API.option(), "--cache=1h", "-v", "1");

    assertThat(logged())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("getting character with id 1"),
            line -> assertThat(line).matches("cached " + API.url() + "/character/1, \\d+ s old"),
            line -> assertThat(line).isEqualTo("got Rick Sanchez"));
  }

  @Test
  void anAnswerThatHasNotChangedIsLoggedAsThat(@TempDir Path folder) throws Exception {
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.toString());
    try (DemoServer server = DemoServer.start(DemoSettings.withLatency(Duration.ZERO))) {
      String option = "--base-url=" + server.baseUri();
      CommandRun.withEnvironment(environment, option, "--cache=1h", "1");

      CommandRun.withEnvironment(environment, option, "--cache=0s", "-v", "1");

      assertThat(logged())
          .containsExactly(
              "getting character with id 1",
              "fetching " + server.baseUri() + "/character/1",
              "fetched " + server.baseUri() + "/character/1, not modified",
              "got Rick Sanchez");
    }
  }

  @Test
  void aFailedAttemptIsLoggedBeforeTheNext() {
    API.answersFirst(1, 7, serviceUnavailable(), okJson(record(7, "Abradolf Lincler")));

    CommandRun.of(API.option(), "-v", "--retry-delay=1ms", "7");

    String url = API.url() + "/character/7";
    assertThat(logged())
        .containsExactly(
            "getting character with id 7",
            "fetching " + url,
            "fetched " + url,
            "got exception: 503 Service Unavailable",
            "fetching " + url,
            "fetched " + url,
            "got Abradolf Lincler");
  }

  @Test
  void withoutVerboseNothingIsLogged() {
    CommandRun.of(API.option(), "1", "9999");

    assertThat(logged()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void timingIsOneLineInTheSingularWhereItIsOne(String mode) {
    CommandRun run = CommandRun.of(API.option(), "-t", "--mode=" + mode, "1");

    assertThat(run.out()).isEqualTo("Rick Sanchez\n");
    assertThat(run.err())
        .matches(
            "1 character in \\d+\\.\\d{3} s \\("
                + mode
                + ", 1 request, 0 retries, HTTP/1\\.1\\)\n");
  }

  @Test
  void timingCountsWhatWasPrinted() {
    CommandRun run = CommandRun.of(API.option(), "--timing", "--mode=sync", "1", "9999", "10");

    assertThat(run.errLines().get(1))
        .matches("2 characters in \\d+\\.\\d{3} s \\(sync, 3 requests, 0 retries, HTTP/1\\.1\\)");
  }

  private List<String> logged() {
    return log.toString(UTF_8).lines().map(line -> line.replaceFirst("^INFO ", "")).toList();
  }
}
