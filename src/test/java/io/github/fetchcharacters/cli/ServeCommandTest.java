package io.github.fetchcharacters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ServeCommandTest {

  @Test
  void saysWhereItListensAndServesUntilInterrupted() throws Exception {
    try (BackgroundRun serve = BackgroundRun.start("serve", "--latency=1ms")) {
      String url = listening(serve);

      assertThat(CommandRun.of("--base-url=" + url, "1", "826", "827"))
          .satisfies(run -> assertThat(run.outLines()).hasSize(2).startsWith("Rick Sanchez"))
          .satisfies(run -> assertThat(run.err()).contains("character 827: 404 "));

      serve.interrupt();
      assertThat(serve.exitCode()).isZero();
      assertThat(serve.nextLine()).isNull();
      assertThat(serve.err()).isEmpty();
      assertThat(CommandRun.of("--base-url=" + url, "--retries=0", "1").err())
          .contains("connection refused");
    }
  }

  @Test
  void answersAsTheOptionsSay() throws Exception {
    try (BackgroundRun serve =
        BackgroundRun.start(
            "serve",
            "--latency=0ms",
            "--jitter=1ms",
            "--characters=2",
            "--seed=1",
            "--rate-limit=2/h",
            "--retry-after=7m")) {
      CommandRun run =
          CommandRun.of("--base-url=" + listening(serve), "--mode=sync", "2", "3", "1");

      assertThat(run.out()).isEqualTo("Morty Smith\n");
      assertThat(run.errLines())
          .containsExactly(
              "fetch-characters: character 3: 404 Character not found",
              "fetch-characters: character 1: 429 Too many requests, please try again later; the"
                  + " server asks to wait 7m, longer than --retry-max-delay=30s allows");
    }
  }

  @ParameterizedTest
  @CsvSource({"--error-rate=1, '50[03] '", "--reset-rate=1, 'connection lost by '"})
  void failsAsTheOptionsSay(String option, String failure) throws Exception {
    try (BackgroundRun serve = BackgroundRun.start("serve", "--latency=0ms", option)) {
      assertThat(CommandRun.of("--base-url=" + listening(serve), "--retries=0", "1").err())
          .containsPattern("character 1: " + failure);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--port=70000       | port must be 0 to 65535, not 70000",
        "--port=http        | '--port': 'http' is not a whole number",
        "--latency=25h      | latency must be 0 to 24 h",
        "--latency=quick    | '--latency': 'quick' is not a duration",
        "--jitter=25h       | jitter must be 0 to 24 h",
        "--characters=0     | characters must be at least 1, not 0",
        "--seed=x           | '--seed': 'x' is not a whole number",
        "--error-rate=1.5   | error rate must be 0 to 1, not 1.5",
        "--error-rate=NaN   | error rate must be 0 to 1, not NaN",
        "--reset-rate=-1    | reset rate must be 0 to 1, not -1.0",
        "--rate-limit=0/s   | '0/s' is not a rate",
        "--retry-after=-1s  | '-1s' is not a duration",
        "--bogus            | Unknown option: '--bogus'",
        "extra              | unexpected argument 'extra'",
      })
  void aWrongArgumentIsReportedAndNothingServed(String argument, String message) {
    CommandRun run = CommandRun.of("serve", argument);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines().get(0)).startsWith("fetch-characters: ").contains(message);
  }

  @ParameterizedTest
  @CsvSource({
    "--port, 70000, 'port must be 0 to 65535, not 70000'",
    "--latency, 25h, 'latency must be 0 to 24 h'",
    "--jitter, 25h, 'jitter must be 0 to 24 h'",
    "--characters, 0, 'characters must be at least 1, not 0'",
    "--error-rate, 1.5, 'error rate must be 0 to 1, not 1.5'",
    "--reset-rate, -1, 'reset rate must be 0 to 1, not -1.0'",
    "--retry-after, 25h, 'retry after must be 0 to 24 h'",
  })
  void aValueOutOfRangeNamesItsOption(String option, String value, String range) {
    assertThat(CommandRun.of("serve", option + "=" + value).errLines().get(0))
        .isEqualTo("fetch-characters: Invalid value for option '" + option + "': " + range);
  }

  @Test
  void ratesThatAreTooMuchTogetherNameAnOptionThatExists() {
    assertThat(CommandRun.of("serve", "--error-rate=0.75", "--reset-rate=0.5").errLines().get(0))
        .isEqualTo(
            "fetch-characters: Invalid value for option '--reset-rate': error rate and reset rate"
                + " together must be at most 1, not 1.25");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run = CommandRun.of("serve", "--port=" + taken.getLocalPort());

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.errLines())
          .singleElement()
          .asString()
          .startsWith(
              "fetch-characters: cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": ");
    }
  }

  private static String listening(BackgroundRun serve) throws IOException {
    String line = serve.nextLine();
    assertThat(line).matches("listening on http://127\\.0\\.0\\.1:\\d+/api");
    return line.substring("listening on ".length());
  }
}
