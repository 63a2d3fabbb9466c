package io.github.fetchcharacters.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fetchcharacters.model.Character;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that end before all ids are through. */
@Timeout(30)
class FanOutStopTest {

  private final ControlledStarts starts = new ControlledStarts();

  /** The first time it waits for an id to be read, the second time for its answer. */
  @Test
  void aSinkThatThrowsWhileItWaitsLeavesNothingRunning() {
    CompletableFuture<Character> never = new CompletableFuture<>();
    CountDownLatch begun = new CountDownLatch(1);
    OutcomeSink throwing =
        new OutcomeSink() {
          @Override
          public boolean accept(Outcome outcome) {
            return true;
          }

          @Override
          public boolean idle() {
            if (begun.getCount() == 0) {
              throw new IllegalStateException("no more");
            }
            return awaits(begun);
          }
        };

    assertThatThrownBy(
            () ->
                ControlledStarts.fanOut(
                        id -> {
                          begun.countDown();
                          return never;
                        },
                        3)
                    .fetch(ids(1), throwing))
        .hasMessage("no more");
    assertThatThrownBy(() -> never.get(20, TimeUnit.SECONDS))
        .isInstanceOf(CancellationException.class);
  }

  private static boolean awaits(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  @ParameterizedTest(name = "in order: {0}")
  @ValueSource(booleans = {true, false})
  void anInterruptHandsOverWhatIsBegunAsSkipped(boolean ordered) throws InterruptedException {
    RecordingSink sink = new RecordingSink();
    RunningFetch running =
        RunningFetch.start(ControlledStarts.fanOut(starts, 3, ordered), ids(100), sink);
    starts.awaitBegunAndNoMore(3);

    running.interrupt();
    running.awaitEnd();

    assertThat(sink.outcomes()).containsExactly("skipped 1", "skipped 2", "skipped 3");
    assertThat(starts.begun()).containsExactly(1L, 2L, 3L);
    assertThat(running.interruptedAtTheEnd()).isTrue();
    assertThat(running.thrown()).isNull();
    starts.awaitEnd();
  }

  /** The first, cancelled first, would make room for the others to start. */
  @ParameterizedTest(name = "in order: {0}")
  @ValueSource(booleans = {true, false})
  void anInterruptCancelsTheLastFirst(boolean ordered) throws InterruptedException {
    RunningFetch running =
        RunningFetch.start(
            ControlledStarts.fanOut(starts, 4, ordered), ids(100), new RecordingSink());
    starts.awaitBegunAndNoMore(4);

    running.interrupt();
    running.awaitEnd();

    assertThat(starts.cancelled()).containsExactly(4L, 3L, 2L, 1L);
  }

  @Test
  void anInterruptKeepsWhatIsComplete() throws InterruptedException {
    RecordingSink sink = new RecordingSink();
    RunningFetch running = RunningFetch.start(ControlledStarts.fanOut(starts, 4), ids(4), sink);
    starts.awaitBegunAndNoMore(4);
    starts.complete(2);
    starts.future(4).completeExceptionally(new IllegalArgumentException("lost"));

    running.interrupt();
    running.awaitEnd();

    assertThat(sink.outcomes()).containsExactly("skipped 1", "found 2", "skipped 3", "failed 4");
    assertThat(starts.cancelled()).containsExactly(3L, 1L);
  }

  @ParameterizedTest(name = "in order: {0}")
  @ValueSource(booleans = {true, false})
  void anInterruptBeforeTheRunStartsNothingForLong(boolean ordered) throws InterruptedException {
    RecordingSink sink = new RecordingSink();
    Thread.currentThread().interrupt();

    ControlledStarts.fanOut(starts, 3, ordered).fetch(ids(100), sink);

    assertThat(Thread.interrupted()).isTrue();
    // An id that has its place may be skipped before its work starts.
    assertThat(sink.outcomes())
        .hasSizeBetween(starts.begun().size(), 3)
        .allMatch(o -> o.startsWith("skipped"));
    assertThat(starts.cancelled()).hasSameSizeAs(starts.begun());
  }

  @Test
  void aSinkThatSaysStopStillGetsWhatIsBegun() throws InterruptedException {
    RecordingSink sink = new RecordingSink(0, outcome -> outcome.id() < 2, () -> {});
    RunningFetch running = RunningFetch.start(ControlledStarts.fanOut(starts, 4), ids(100), sink);
    starts.awaitBegunAndNoMore(4);
    starts.complete(4);
    starts.complete(1);
    starts.awaitBegunAndNoMore(1);

    starts.complete(2);
    running.awaitEnd();

    assertThat(sink.outcomes())
        .startsWith("found 1", "found 2", "skipped 3", "found 4", "skipped 5")
        .hasSize(starts.begun().size());
    assertThat(starts.cancelled()).doesNotContain(1L, 2L, 4L).contains(3L, 5L);
    assertThat(running.interruptedAtTheEnd()).isFalse();
    assertThat(running.thrown()).isNull();
  }

  /** Those before it are still wanted, as when one id is fetched after the other. */
  @Test
  void aFailureThatEndsTheRunCancelsWhatIsBehindIt() throws InterruptedException {
    RecordingSink sink =
        new RecordingSink(0, outcome -> !(outcome instanceof Outcome.Failed), () -> {});
    RunningFetch running = RunningFetch.start(ControlledStarts.fanOut(starts, 4), ids(100), sink);
    starts.awaitBegunAndNoMore(4);

    starts.future(3).completeExceptionally(new IllegalArgumentException("lost"));
    assertThat(starts.cancelled()).containsExactly(4L);
    starts.complete(2);
    starts.complete(1);
    running.awaitEnd();

    assertThat(sink.outcomes()).containsExactly("found 1", "found 2", "failed 3", "skipped 4");
    assertThat(starts.begun()).hasSize(4);
  }

  @Test
  void aFailureThatEndsARunWithoutOrderCancelsAllOthers() throws InterruptedException {
    RecordingSink sink =
        new RecordingSink(0, outcome -> !(outcome instanceof Outcome.Failed), () -> {});
    RunningFetch running =
        RunningFetch.start(ControlledStarts.fanOut(starts, 4, false), ids(100), sink);
    starts.awaitBegunAndNoMore(4);

    starts.future(3).completeExceptionally(new IllegalArgumentException("lost"));
    running.awaitEnd();

    assertThat(sink.outcomes()).containsExactly("failed 3", "skipped 1", "skipped 2", "skipped 4");
    assertThat(starts.begun()).hasSize(4);
  }

  @ParameterizedTest(name = "in order: {0}")
  @ValueSource(booleans = {true, false})
  void nothingIsBegunAfterTheStop(boolean ordered) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    Iterator<Long> late =
        List.of(1L, 2L).stream()
            .peek(
                id -> {
                  if (id == 2) {
                    awaitUninterrupted(stopped);
                    read.countDown();
                  }
                })
            .iterator();
    RecordingSink sink = new RecordingSink(0, outcome -> false, () -> {});
    RunningFetch running =
        RunningFetch.start(ControlledStarts.fanOut(starts, 4, ordered), late, sink);
    starts.awaitBegunAndNoMore(1);
    starts.complete(1);
    running.awaitEnd();

    stopped.countDown();
    read.await();
    starts.awaitEnd();

    assertThat(starts.begun()).containsExactly(1L);
    assertThat(sink.outcomes()).containsExactly("found 1");
  }

  @ParameterizedTest(name = "in order: {0}")
  @ValueSource(booleans = {true, false})
  void idsThatNeverComeHoldUpNeitherResultsNorAnInterrupt(boolean ordered)
      throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Iterator<Long> stuck =
        LongStream.rangeClosed(1, 4)
            .peek(
                id -> {
                  if (id == 4) {
                    awaitUninterrupted(never);
                  }
                })
            .iterator();
    RecordingSink sink = new RecordingSink(2, outcome -> true, () -> {});
    RunningFetch running =
        RunningFetch.start(ControlledStarts.fanOut(starts, 10, ordered), stuck, sink);
    starts.awaitBegunAndNoMore(3);
    starts.complete(1);
    starts.complete(2);
    sink.awaitOutcomes();
    assertThat(sink.outcomes()).containsExactly("found 1", "found 2");

    running.interrupt();
    running.awaitEnd();

    assertThat(sink.outcomes()).containsExactly("found 1", "found 2", "skipped 3");
    assertThat(running.interruptedAtTheEnd()).isTrue();
    never.countDown();
  }

  /** Such as a look-up of a name; what it started in the end is cancelled. */
  @ParameterizedTest(name = "in order: {0}")
  @ValueSource(booleans = {true, false})
  void aStartThatTakesLongHoldsUpNoInterrupt(boolean ordered) throws InterruptedException {
    CountDownLatch starting = new CountDownLatch(1);
    CountDownLatch found = new CountDownLatch(1);
    ControlledStarts slow =
        new ControlledStarts(
            (begun, id) -> {
              starting.countDown();
              awaitUninterrupted(found);
            });
    RecordingSink sink = new RecordingSink();
    RunningFetch running =
        RunningFetch.start(ControlledStarts.fanOut(slow, 3, ordered), ids(3), sink);
    starting.await();

    running.interrupt();
    running.awaitEnd();
    found.countDown();
    slow.awaitEnd();

    assertThat(sink.outcomes()).containsExactly("skipped 1");
    assertThat(slow.begun()).containsExactly(1L);
    assertThat(slow.cancelled()).containsExactly(1L);
  }

  private static Iterator<Long> ids(int count) {
    return LongStream.rangeClosed(1, count).iterator();
  }

  /** Like a read from a terminal, which an interrupt does not end. */
  private static void awaitUninterrupted(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException ignored) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
