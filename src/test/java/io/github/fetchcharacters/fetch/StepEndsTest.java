package io.github.fetchcharacters.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.fetch.StepWorld.Step;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each end of a step, both twins end alike, in every mode: the id has its outcome, nothing runs
 * any more, no timer is left, and the place in the window is free.
 */
@Timeout(20)
class StepEndsTest {

  private static final String TOO_MUCH =
      "failed 1: the answer was too much for this program (StackOverflowError)";

  /** The ends of a step, and the outcome of its id. */
  enum End {
    EXCEPTION("failed 1: a defect", IllegalStateException.class),
    ERROR(TOO_MUCH, StackOverflowError.class),
    INTERRUPT("skipped 1", null),
    CLOSE("skipped 1", null);

    private final String outcome;
    private final @Nullable Class<? extends Throwable> thrown;

    End(String outcome, @Nullable Class<? extends Throwable> thrown) {
      this.outcome = outcome;
      this.thrown = thrown;
    }

    /** Throws, or holds the step. */
    void at(StepWorld world) {
      if (this == EXCEPTION) {
        throw new IllegalStateException("a defect");
      }
      if (this == ERROR) {
        throw new StackOverflowError();
      }
    }

    boolean fits(Step step) {
      return thrown != null || step.canBeHeld();
    }
  }

  static Stream<Arguments> endAlike() {
    return Stream.of(Step.values())
        .filter(step -> step != Step.HANDING_OVER)
        .flatMap(
            step ->
                Stream.of(End.values())
                    .filter(end -> end.fits(step))
                    .flatMap(end -> Stream.of(Mode.values()).map(m -> Arguments.of(step, end, m))));
  }

  @ParameterizedTest(name = "{0}, {1}, by {2}")
  @MethodSource
  void endAlike(Step step, End end, Mode mode) throws Exception {
    StepWorld world = new StepWorld(step, end::at);
    RunningFetch run = start(world, mode, 1L);
    if (end == End.INTERRUPT) {
      world.awaitReached();
      run.interrupt();
    } else if (end == End.CLOSE) {
      world.awaitReached();
      world.close();
      world.release();
    }
    run.awaitEnd();

    assertThat(world.outcomes()).containsExactly(end.outcome);
    assertThat(run.thrown()).isNull();
    assertThat(run.interruptedAtTheEnd()).isEqualTo(end == End.INTERRUPT);
    assertNothingIsLeft(world);
  }

  /** While the second id is in flight, except in the mode that fetches one after another. */
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource
  void endAlikeWhileOneIsHandedOver(End end, Mode mode) throws Exception {
    StepWorld world =
        new StepWorld(Step.HANDING_OVER, handing -> endHandingOver(handing, end, mode));
    RunningFetch run = start(world, mode, 1L, 2L);
    run.awaitEnd();

    boolean skipping = end == End.CLOSE || (end == End.INTERRUPT && mode != Mode.SYNC);
    assertThat(world.outcomes())
        .containsExactlyElementsOf(skipping ? List.of("found 1", "skipped 2") : List.of("found 1"));
    assertThat(classOf(run.thrown())).isEqualTo(end.thrown);
    assertThat(run.interruptedAtTheEnd()).isEqualTo(end == End.INTERRUPT);
    assertNothingIsLeft(world);
  }

  static Stream<Arguments> endAlikeWhileOneIsHandedOver() {
    return Stream.of(End.values())
        .flatMap(end -> Stream.of(Mode.values()).map(mode -> Arguments.of(end, mode)));
  }

  private static @Nullable Class<?> classOf(@Nullable Throwable thrown) {
    return thrown == null ? null : thrown.getClass();
  }

  private static void endHandingOver(StepWorld world, End end, Mode mode) {
    if (mode != Mode.SYNC) {
      world.awaitBoth();
    }
    if (end == End.INTERRUPT) {
      Thread.currentThread().interrupt();
    } else if (end == End.CLOSE) {
      world.close();
    }
    end.at(world);
  }

  private static RunningFetch start(StepWorld world, Mode mode, Long... ids) {
    Fetcher fetcher = mode.fetcher(world.client(), new Plan(2, 1, true));
    return RunningFetch.start(fetcher, List.of(ids).iterator(), world);
  }

  /** Threads that were interrupted may still be on their way out. */
  private static void assertNothingIsLeft(StepWorld world) throws Exception {
    while (!world.isIdle()) {
      assertThat(Thread.interrupted()).as("in vain").isFalse();
    }
    world.fillTheWindow();
  }
}
