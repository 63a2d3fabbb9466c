package io.github.fetchcharacters.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.fetchcharacters.retry.RetryPolicy.Decision;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RetryPolicyTest {

  /** With a base of 200 ms and a cap of 1 s. */
  @ParameterizedTest(name = "{0} retries, attempt {1}, {2}, chance {3}: {4}")
  @MethodSource
  void decides(
      int retries, int attempt, RuntimeException failure, double chance, Decision expected) {
    assertThat(policy(retries).decide(attempt, failure, chance)).isEqualTo(expected);
  }

  static Stream<Arguments> decides() {
    HintedFailure passing = HintedFailure.passing("busy");
    HintedFailure lasting = HintedFailure.lasting("gone");
    RuntimeException unknown = new IllegalStateException("a bug");
    HintedFailure atOnce = asking("PT0S");
    HintedFailure soon = asking("PT0.05S");
    HintedFailure later = asking("PT0.15S");
    HintedFailure atTheCap = asking("PT1S");
    return Stream.of(
        // Attempts against retries: n retries are n + 1 attempts.
        arguments(2, 1, passing, 0.5, again("PT0.1S")),
        arguments(2, 2, passing, 0.5, again("PT0.2S")),
        arguments(2, 3, passing, 0.5, giveUp(passing)),
        arguments(2, 4, passing, 0.5, giveUp(passing)),
        arguments(1, 1, passing, 0.5, again("PT0.1S")),
        arguments(1, 2, passing, 0.5, giveUp(passing)),
        arguments(0, 1, passing, 0.5, giveUp(passing)),
        // Whether it is worth it.
        arguments(2, 1, lasting, 0.5, giveUp(lasting)),
        arguments(2, 1, unknown, 0.5, giveUp(unknown)),
        // The jitter's bounds, the cap included.
        arguments(9, 1, passing, 0.0, again("PT0S")),
        arguments(9, 1, passing, 0.75, again("PT0.15S")),
        arguments(9, 3, passing, 0.5, again("PT0.4S")),
        arguments(9, 4, passing, 0.5, again("PT0.5S")),
        arguments(9, 9, passing, 0.5, again("PT0.5S")),
        // What the server asks for is a floor.
        arguments(2, 1, atOnce, 0.5, again("PT0.1S")),
        arguments(2, 1, soon, 0.5, again("PT0.1S")),
        arguments(2, 1, later, 0.5, again("PT0.15S")),
        arguments(2, 2, later, 0.5, again("PT0.2S")),
        arguments(2, 1, atTheCap, 0.5, again("PT1S")),
        arguments(2, 3, atTheCap, 0.5, giveUp(atTheCap)));
  }

  @Test
  void givesUpWhenTheServerAsksForMoreThanTheCap() {
    HintedFailure failure = asking("PT1.000000001S");

    assertThat(policy(2).decide(1, failure, 0.5))
        .isInstanceOfSatisfying(
            Decision.GiveUp.class,
            gaveUp ->
                assertThat(gaveUp.failure())
                    .hasMessage("asks for PT1.000000001S, more than PT1S")
                    .isNotSameAs(failure));
  }

  @Test
  void saysNothingOfALongWaitWhenNoAttemptIsLeft() {
    HintedFailure failure = asking("PT12H");

    assertThat(policy(2).decide(3, failure, 0.5)).isEqualTo(giveUp(failure));
  }

  @Test
  void refusesNegativeRetries() {
    assertThatIllegalArgumentException().isThrownBy(() -> policy(-1)).withMessageContaining("-1");
  }

  private static RetryPolicy policy(int retries) {
    return new RetryPolicy(
        retries,
        new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1)),
        new RecordingPause(wait -> {}),
        () -> 0.5);
  }

  private static HintedFailure asking(String wait) {
    return HintedFailure.askingFor(Duration.parse(wait));
  }

  private static Decision again(String delay) {
    return new Decision.TryAgain(Duration.parse(delay));
  }

  private static Decision giveUp(RuntimeException failure) {
    return new Decision.GiveUp(failure);
  }
}
