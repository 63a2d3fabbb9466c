package io.github.fetchcharacters.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.retry.RetryPolicy.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One table of scenarios through both twins: the whole trace must be the one expected. */
@Timeout(30)
class RetryTwinsTest {

  private static final String A_FAILS = "failed 1: busy, again after PT0.05S";
  private static final String B_FAILS = "failed 2: busy, again after PT0.1S";

  /**
   * The steps and the expected trace; base 100 ms, cap 1 s, chance 0.5.
   *
   * @param steps what each attempt does: a {@link Throwable} is thrown, anything else returned
   */
  private record Scenario(String name, int retries, List<Object> steps, List<String> trace) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource
  void goThroughTheSameSteps(Scenario scenario, Driver driver) throws InterruptedException {
    assertThat(trace(scenario, driver)).isEqualTo(scenario.trace());
  }

  static Stream<Arguments> goThroughTheSameSteps() {
    return scenarios()
        .flatMap(
            scenario -> Stream.of(Driver.values()).map(driver -> Arguments.of(scenario, driver)));
  }

  private static Stream<Scenario> scenarios() {
    HintedFailure busy = HintedFailure.passing("busy");
    HintedFailure gone = HintedFailure.lasting("gone");
    RuntimeException bug = new IllegalStateException("bug");
    Error error = new AssertionError("broken");
    return Stream.of(
        scenario("success first", 2, List.of("ok"), "attempt 1", "returned ok"),
        scenario("success first without retries", 0, List.of("ok"), "attempt 1", "returned ok"),
        scenario(
            "one failure, then success",
            2,
            List.of(busy, "ok"),
            "attempt 1",
            A_FAILS,
            "paused PT0.05S",
            "attempt 2",
            "returned ok"),
        scenario(
            "success with the last attempt",
            2,
            List.of(busy, busy, "ok"),
            "attempt 1",
            A_FAILS,
            "paused PT0.05S",
            "attempt 2",
            B_FAILS,
            "paused PT0.1S",
            "attempt 3",
            "returned ok"),
        scenario(
            "one failure too many",
            2,
            List.of(busy, busy, busy, "ok"),
            "attempt 1",
            A_FAILS,
            "paused PT0.05S",
            "attempt 2",
            B_FAILS,
            "paused PT0.1S",
            "attempt 3",
            "failed 3: busy, given up with busy",
            "threw busy"),
        scenario(
            "one retry more",
            3,
            List.of(busy, busy, busy, "ok"),
            "attempt 1",
            A_FAILS,
            "paused PT0.05S",
            "attempt 2",
            B_FAILS,
            "paused PT0.1S",
            "attempt 3",
            "failed 3: busy, again after PT0.2S",
            "paused PT0.2S",
            "attempt 4",
            "returned ok"),
        scenario(
            "failure without retries",
            0,
            List.of(busy, "ok"),
            "attempt 1",
            "failed 1: busy, given up with busy",
            "threw busy"),
        scenario(
            "a lasting failure",
            2,
            List.of(gone, "ok"),
            "attempt 1",
            "failed 1: gone, given up with gone",
            "threw gone"),
        scenario(
            "a lasting failure after a passing one",
            2,
            List.of(busy, gone, "ok"),
            "attempt 1",
            A_FAILS,
            "paused PT0.05S",
            "attempt 2",
            "failed 2: gone, given up with gone",
            "threw gone"),
        scenario(
            "the server asks to wait",
            2,
            List.of(HintedFailure.askingFor(Duration.ofSeconds(1)), "ok"),
            "attempt 1",
            "failed 1: asks for PT1S, again after PT1S",
            "paused PT1S",
            "attempt 2",
            "returned ok"),
        scenario(
            "the server asks too long",
            2,
            List.of(HintedFailure.askingFor(Duration.ofSeconds(2)), "ok"),
            "attempt 1",
            "failed 1: asks for PT2S, given up with asks for PT2S, more than PT1S",
            "threw asks for PT2S, more than PT1S"),
        scenario(
            "an unknown exception",
            2,
            List.of(bug, "ok"),
            "attempt 1",
            "failed 1: bug, given up with bug",
            "threw bug"),
        scenario("an error", 2, List.of(error, "ok"), "attempt 1", "threw broken"),
        scenario(
            "an error of a later attempt",
            2,
            List.of(busy, error, "ok"),
            "attempt 1",
            A_FAILS,
            "paused PT0.05S",
            "attempt 2",
            "threw broken"));
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("thrownByDrivers")
  void endWithWhatTheObserverThrows(Throwable thrown, Driver driver) throws InterruptedException {
    List<String> trace = new ArrayList<>();
    RetryObserver broken = (attempt, failure, decision) -> done(thrown);

    drive(driver, policy(2, trace), List.of(HintedFailure.passing("busy"), "ok"), broken, trace);

    assertThat(trace).containsExactly("attempt 1", "threw its own");
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("thrownByDrivers")
  void endWithWhatThePauseThrows(Throwable thrown, Driver driver) throws InterruptedException {
    List<String> trace = new ArrayList<>();
    RetryPolicy broken =
        new RetryPolicy(
            2,
            new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)),
            new RecordingPause(wait -> done(thrown)),
            () -> 0.5);

    List<Object> steps = List.of(HintedFailure.passing("busy"), "ok");
    drive(driver, broken, steps, (attempt, failure, decision) -> {}, trace);

    assertThat(trace).containsExactly("attempt 1", "threw its own");
  }

  static Stream<Arguments> thrownByDrivers() {
    return Stream.of(new IllegalStateException("its own"), new AssertionError("its own"))
        .flatMap(thrown -> Stream.of(Driver.values()).map(driver -> Arguments.of(thrown, driver)));
  }

  private static Scenario scenario(
      String name, int retries, List<Object> steps, String... expected) {
    return new Scenario(name, retries, steps, List.of(expected));
  }

  private static List<String> trace(Scenario scenario, Driver driver) throws InterruptedException {
    List<String> trace = Collections.synchronizedList(new ArrayList<>());
    RetryObserver observer =
        (attempt, failure, decision) ->
            trace.add("failed " + attempt + ": " + failure.getMessage() + ", " + words(decision));
    drive(driver, policy(scenario.retries(), trace), scenario.steps(), observer, trace);
    return trace;
  }

  private static void drive(
      Driver driver,
      RetryPolicy policy,
      List<Object> steps,
      RetryObserver observer,
      List<String> trace)
      throws InterruptedException {
    RetryPolicy.Attempt<Object> task =
        attempt -> {
          trace.add("attempt " + attempt);
          return done(steps.get(attempt - 1));
        };
    try {
      trace.add("returned " + driver.drive(policy, task, observer));
    } catch (RuntimeException | Error thrown) {
      trace.add("threw " + thrown.getMessage());
    }
  }

  private static Object done(Object step) {
    if (step instanceof RuntimeException failure) {
      throw failure;
    }
    if (step instanceof Error error) {
      throw error;
    }
    return step;
  }

  private static String words(Decision decision) {
    return decision instanceof Decision.TryAgain again
        ? "again after " + again.delay()
        : "given up with " + ((Decision.GiveUp) decision).failure().getMessage();
  }

  private static RetryPolicy policy(int retries, List<String> trace) {
    return new RetryPolicy(
        retries,
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)),
        new RecordingPause(wait -> trace.add("paused " + wait)),
        () -> 0.5);
  }
}
