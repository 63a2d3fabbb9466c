package io.github.fetchcharacters.cli.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.StubApi;
import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.fetch.Deadline;
import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.retry.Pause;
import io.github.fetchcharacters.terminal.Messages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The message about a pause of the whole run, and the end of a run whose pause is too long. */
@Timeout(60)
class PauseNoticeTest {

  private static final String REASON = "404 Character not found";

  @RegisterExtension static final StubApi API = new StubApi();

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private final Messages messages = new Messages(new PrintStream(err, true, UTF_8), () -> false);

  private long now;

  private List<String> said(String left, Duration... waits) {
    PauseNotice notice =
        new PauseNotice(
            messages, new Deadline(null, Pause.real(), () -> now), () -> left, () -> now);
    for (Duration wait : waits) {
      notice.paused(StatusException.characterNotFound(), wait);
      now += wait.toNanos();
    }
    return lines();
  }

  private List<String> lines() {
    return err.toString(UTF_8)
        .lines()
        .map(line -> line.replaceFirst("until [0-9:]{5,8}", "until TIME"))
        .toList();
  }

  @Test
  void theFirstSaysUntilWhenTheOthersAlsoHowLongItHasWaited() {
    assertThat(said("7 characters", Duration.ofSeconds(50), Duration.ofSeconds(40), Duration.ZERO))
        .containsExactly(
            "fetch-characters: " + REASON + ": all requests wait until TIME",
            "fetch-characters: "
                + REASON
                + ": all requests wait until TIME (waited 50s so far, 7 characters left)",
            "fetch-characters: "
                + REASON
                + ": all requests wait until TIME (waited 1m30s so far, 7 characters left)");
  }

  /** 20 s of the first minute, then 50 s, are 70 s before the last. */
  @Test
  void ofALongerPauseThatTakesTheFirstOnesPlaceTheWaitsAddUpToWhatPassed() {
    PauseNotice notice =
        new PauseNotice(messages, new Deadline(null, Pause.real(), () -> now), () -> "", () -> now);
    notice.paused(StatusException.characterNotFound(), Duration.ofSeconds(60));
    now += Duration.ofSeconds(20).toNanos();
    notice.paused(StatusException.characterNotFound(), Duration.ofSeconds(50));
    now += Duration.ofSeconds(90).toNanos();
    notice.paused(StatusException.characterNotFound(), Duration.ofSeconds(5));

    assertThat(lines())
        .containsExactly(
            "fetch-characters: " + REASON + ": all requests wait until TIME",
            "fetch-characters: " + REASON + ": all requests wait until TIME (waited 20s so far)",
            "fetch-characters: " + REASON + ": all requests wait until TIME (waited 1m10s so far)");
  }

  @Test
  void theTimeOfDayAloneMeansTheNextOne() {
    assertThat(said("", Duration.ofDays(1).minusSeconds(1)).get(0)).endsWith(" wait until TIME");
    assertThat(said("", Duration.ofDays(1)).get(1)).matches(".* wait until [0-9-]{10} [0-9:]{5,8}");
  }

  @Test
  void anUnknownNumberOfItemsLeftIsNotShown() {
    assertThat(said("", Duration.ofSeconds(1), Duration.ofSeconds(1)).get(1))
        .endsWith(" until TIME (waited 1s so far)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void aPauseBeyondTheDeadlineEndsTheRunAtOnceAndSaysWhy(String mode) {
    API.answers(1, status(429).withHeader("Retry-After", "7200"));

    CommandRun run =
        CommandRun.of(
            API.option(),
            "--mode=" + mode,
            "--concurrency=1",
            "--deadline=1h",
            "--retry-max-delay=3h",
            "1",
            "10");

    String why = "the server asks to wait 2h, longer than what is left of --deadline=1h";
    assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .containsExactly(
            "fetch-characters: 429 Too Many Requests: the run ends now, " + why,
            "fetch-characters: character 1: not fetched, " + why,
            "fetch-characters: character 10: not fetched, " + why);
    assertThat(API.requests()).hasSize(1);
  }

  @Test
  void aPauseBeyondTheDeadlineEndsAComparison() {
    API.answers(1, status(503).withHeader("Retry-After", "7200"));

    CommandRun run =
        CommandRun.of(
            "compare", API.option(), "--deadline=1h", "--retry-max-delay=3h", "--modes=async", "1");

    assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err())
        .isEqualTo(
            "fetch-characters: not compared: the server asks to wait 2h, longer than what is left"
                + " of --deadline=1h\n");
  }
}
