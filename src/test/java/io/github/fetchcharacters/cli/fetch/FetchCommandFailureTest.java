package io.github.fetchcharacters.cli.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static io.github.fetchcharacters.cli.StubApi.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.StubApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages for ids without a record, and the retries. */
@Timeout(30)
class FetchCommandFailureTest {

  @RegisterExtension static final StubApi API = new StubApi();

  /** A run that its deadline ended leaves the flag set. */
  @AfterEach
  void clearTheInterruptFlag() {
    boolean unused = Thread.interrupted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void aFailedIdIsOneLineAndTheOthersArePrinted(String mode) {
    CommandRun run = CommandRun.of(API.option(), "--mode=" + mode, "1", "9999", "10", "8888");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.outLines()).containsExactly("Rick Sanchez", "Alan Rails");
    assertThat(run.err())
        .isEqualTo(
            """
            fetch-characters: character 9999: 404 Character not found
            fetch-characters: character 8888: 404 Character not found
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-q", "--quiet"})
  void quietLeavesTheFailuresToTheExitStatus(String option) {
    assertThat(CommandRun.of(API.option(), option, "9999", "1"))
        .isEqualTo(new CommandRun(1, "Rick Sanchez\n", ""));
  }

  @Test
  void theServersWordsDoNotDriveTheTerminal() {
    API.answers(
        7, aResponse().withStatus(403).withBody("{\"error\":\"no\\u001b[2J\\n\\u0085\u202e!\"}"));

    assertThat(CommandRun.of(API.option(), "7").err())
        .isEqualTo("fetch-characters: character 7: 403 no\\u001b[2J\\u000a\\u0085\\u202e!\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void isTriedAgainUntilItSucceeds(String mode) {
    API.answersFirst(2, 7, serviceUnavailable(), okJson(record(7, "Abradolf Lincler")));

    CommandRun run =
        CommandRun.of(API.option(), "--mode=" + mode, "--retry-delay=1ms", "-t", "1", "7");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("Rick Sanchez\nAbradolf Lincler\n");
    assertThat(run.err())
        .matches(
            "2 characters in \\d+\\.\\d{3} s \\("
                + mode
                + ", 4 requests, 2 retries, HTTP/1\\.1\\)\n");
  }

  /** Practically endless: the wait is drawn from 0 to a year. */
  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void theRetryDelayPutsTheNextAttemptOff(String mode) {
    API.answers(7, serverError());

    CommandRun run =
        CommandRun.of(
            API.option(),
            "--mode=" + mode,
            "--retry-delay=8760h",
            "--retry-max-delay=8760h",
            "--deadline=400ms",
            "7");

    assertThat(run.err()).contains("character 7: not fetched, the deadline has passed");
    assertThat(API.requests()).hasSize(1);
  }

  @Test
  void failsAfterThreeAttempts() {
    API.answers(7, serverError());

    CommandRun run = CommandRun.of(API.option(), "--retry-delay=0ms", "-t", "7");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines())
        .first()
        .isEqualTo("fetch-characters: character 7: 500 Internal Server Error");
    assertThat(run.errLines())
        .last()
        .asString()
        .matches("0 characters in .* \\(async, 3 requests, 2 retries, HTTP/1\\.1\\)");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void retriesAreTheAttemptsAfterTheFirst(int retries) {
    API.answers(7, serverError());

    CommandRun.of(API.option(), "--retry-delay=0ms", "--retries=" + retries, "7");

    assertThat(API.requests()).hasSize(retries + 1);
  }

  @Test
  void aServerThatAsksToWaitTooLongIsNotWaitedFor() {
    API.answers(7, serviceUnavailable().withHeader("Retry-After", "3600"));

    assertThat(CommandRun.of(API.option(), "--retry-max-delay=1m", "7").err())
        .isEqualTo(
            "fetch-characters: character 7: 503 Service Unavailable; the server asks to wait 1h,"
                + " longer than --retry-max-delay=1m allows\n");
    assertThat(API.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "HTTP", "https"})
  void aRefusedConnectionNamesTheServer(String scheme) throws IOException {
    try (Socket silent = new Socket()) {
      // Holds the port, and does not listen.
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String url = scheme + "://127.0.0.1:" + silent.getLocalPort();

      CommandRun run = CommandRun.of("--base-url=" + url, "--retry-delay=0ms", "-t", "1");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errLines().get(0))
          .isEqualTo("fetch-characters: character 1: connection refused by " + url);
      assertThat(run.errLines().get(1))
          .matches("0 characters in .* \\(async, 3 requests, 2 retries, no answer\\)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void anAnswerThatTakesTooLongFails(String mode) throws IOException {
    try (HoldingApi api = HoldingApi.until(1000)) {
      CommandRun run =
          CommandRun.of(api.option(), "--mode=" + mode, "--timeout=20ms", "--retries=0", "1");

      assertThat(run)
          .isEqualTo(
              new CommandRun(
                  1, "", "fetch-characters: character 1: no complete answer within 20ms\n"));
    }
  }

  /** With a third request in flight the server would answer all. */
  @ParameterizedTest
  @ValueSource(strings = {"async", "threads"})
  void noMoreRequestsAreInFlightThanAllowed(String mode) throws IOException {
    try (HoldingApi api = HoldingApi.until(3)) {
      CommandRun run =
          CommandRun.of(
              api.option(), "--mode=" + mode, "-c2", "--timeout=1s", "--retries=0", "1-3");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errLines().get(0)).endsWith(": no complete answer within 1s");
    }
  }

  @Test
  void failFastStopsAtTheFirstFailureAndNamesTheRest() {
    CommandRun run =
        CommandRun.of(API.option(), "--mode=sync", "--fail-fast", "1", "9999", "10", "100,8-9");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("Rick Sanchez\n");
    assertThat(run.err())
        .isEqualTo(
            """
            fetch-characters: character 9999: 404 Character not found
            fetch-characters: character 10: not fetched, stopped at the first failure (--fail-fast)
            fetch-characters: character 100: not fetched, stopped at the first failure (--fail-fast)
            fetch-characters: character 8: not fetched, stopped at the first failure (--fail-fast)
            fetch-characters: character 9: not fetched, stopped at the first failure (--fail-fast)
            """);
    assertThat(API.paths()).containsExactly("/api/character/1", "/api/character/9999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"async", "threads"})
  void failFastPrintsOrNamesEveryIdInEveryMode(String mode) {
    CommandRun run =
        CommandRun.of(API.option(), "--mode=" + mode, "--fail-fast", "1", "9999", "10", "100");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.outLines().get(0)).isEqualTo("Rick Sanchez");
    assertThat(run.errLines().get(0))
        .isEqualTo("fetch-characters: character 9999: 404 Character not found");
    assertThat(run.outLines().size() + run.errLines().size()).isEqualTo(4);
  }

  @Test
  void failFastWithoutAFailureChangesNothing() {
    assertThat(CommandRun.of(API.option(), "--fail-fast", "1", "10"))
        .isEqualTo(new CommandRun(0, "Rick Sanchez\nAlan Rails\n", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void theDeadlineEndsTheRunAndNamesWhatIsMissing(String mode) throws IOException {
    try (HoldingApi api = HoldingApi.until(1000)) {
      CommandRun run = CommandRun.of(api.option(), "--mode=" + mode, "--deadline=20ms", "1", "2-3");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.errLines())
          .isEqualTo(List.of(notFetchedInTime(1), notFetchedInTime(2), notFetchedInTime(3)));
    }
  }

  @Test
  void aDeadlineThatIsMetChangesNothing() {
    assertThat(CommandRun.of(API.option(), "--deadline=1h", "1", "10"))
        .isEqualTo(new CommandRun(0, "Rick Sanchez\nAlan Rails\n", ""));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private static String notFetchedInTime(long id) {
    return "fetch-characters: character "
        + id
        + ": not fetched, the deadline has passed (--deadline=20ms)";
  }
}
