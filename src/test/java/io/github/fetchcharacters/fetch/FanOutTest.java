package io.github.fetchcharacters.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fetchcharacters.model.Character;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Order, bounds and what is shown; how a run ends early is in {@link FanOutStopTest}. */
@Timeout(30)
class FanOutTest {

  private final RecordingSink sink = new RecordingSink();

  @ParameterizedTest(name = "in order: {0}")
  @ValueSource(booleans = {true, false})
  void handsNothingOverForNoIds(boolean ordered) {
    ControlledStarts.fanOut(new ControlledStarts(), 4, ordered).fetch(ids(0), sink);

    assertThat(sink.outcomes()).isEmpty();
  }

  @Test
  void keepsTheOrderAskedThoughTheLastIsReadyFirst() {
    ControlledStarts starts =
        new ControlledStarts(
            (begun, id) -> {
              if (id == 5) {
                LongStream.iterate(5, n -> n - 1).limit(5).forEach(begun::complete);
              }
            });

    ControlledStarts.fanOut(starts, 5).fetch(ids(5), sink);

    assertThat(sink.outcomes())
        .containsExactly("found 1", "found 2", "found 3", "found 4", "found 5");
  }

  @ParameterizedTest(name = "in order: {0}")
  @ValueSource(booleans = {true, false})
  void keepsRepeatedIds(boolean ordered) {
    ControlledStarts.fanOut(FanOutTest::atOnce, 3, ordered)
        .fetch(List.of(2L, 1L, 2L, 2L).iterator(), sink);

    assertThat(sink.outcomes()).containsExactly("found 2", "found 1", "found 2", "found 2");
  }

  @ParameterizedTest(name = "in order: {0}")
  @ValueSource(booleans = {true, false})
  void handsFailuresOverInTheirPlace(boolean ordered) {
    RuntimeException lost = new IllegalArgumentException("lost");
    List<Outcome> outcomes = new ArrayList<>();
    OutcomeSink keeping =
        new OutcomeSink() {
          @Override
          public boolean accept(Outcome outcome) {
            return outcomes.add(outcome);
          }

          @Override
          public boolean idle() {
            return true;
          }
        };

    ControlledStarts.fanOut(
            id -> id == 2 ? CompletableFuture.failedFuture(lost) : atOnce(id), 4, ordered)
        .fetch(ids(3), keeping);

    assertThat(outcomes)
        .containsExactly(
            new Outcome.Found(character(1)),
            new Outcome.Failed(2, lost),
            new Outcome.Found(character(3)));
  }

  @ParameterizedTest(name = "in order: {0}")
  @ValueSource(booleans = {true, false})
  void anIdThatEndsInACancelIsSkippedAndTheRunGoesOn(boolean ordered) {
    CompletableFuture<Character> cancelled = new CompletableFuture<>();
    cancelled.cancel(true);

    ControlledStarts.fanOut(id -> id == 2 ? cancelled : atOnce(id), 4, ordered).fetch(ids(3), sink);

    assertThat(sink.outcomes()).containsExactly("found 1", "skipped 2", "found 3");
  }

  /** Room is made in batches; a lookahead need not be a multiple of one. */
  @ParameterizedTest(name = "in order: {0}, lookahead {1}")
  @CsvSource({"true, 7", "false, 7", "true, 50", "false, 50"})
  void neverHasMoreThanTheLookaheadBegunAndNotHandedOver(boolean ordered, int lookahead) {
    int count = 100_000;
    AtomicInteger open = new AtomicInteger();
    AtomicInteger mostOpen = new AtomicInteger();
    AtomicInteger handedOver = new AtomicInteger();
    OutcomeSink counting =
        new OutcomeSink() {
          @Override
          public boolean accept(Outcome outcome) {
            open.decrementAndGet();
            return outcome.id() == handedOver.incrementAndGet();
          }

          @Override
          public boolean idle() {
            return true;
          }
        };

    ControlledStarts.fanOut(
            id -> {
              mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
              return atOnce(id);
            },
            lookahead,
            ordered)
        .fetch(ids(count), counting);

    assertThat(handedOver).hasValue(count);
    assertThat(mostOpen.get()).isBetween(1, lookahead);
  }

  @Test
  void readsNoIdThatThereIsNoRoomFor() throws InterruptedException {
    AtomicInteger read = new AtomicInteger();
    Iterator<Long> counted =
        LongStream.rangeClosed(1, 100).peek(id -> read.incrementAndGet()).iterator();
    ControlledStarts starts = new ControlledStarts();
    RecordingSink first = new RecordingSink(1, outcome -> true, () -> {});
    RunningFetch running = RunningFetch.start(ControlledStarts.fanOut(starts, 3), counted, first);

    starts.awaitBegunAndNoMore(3);
    assertThat(read).hasValue(3);
    assertThat(starts.begun()).containsExactly(1L, 2L, 3L);

    starts.complete(2);
    starts.awaitBegunAndNoMore(0);
    assertThat(starts.begun()).as("the head is still out").hasSize(3);

    starts.complete(1);
    starts.awaitBegunAndNoMore(2);
    assertThat(starts.begun()).containsExactly(1L, 2L, 3L, 4L, 5L);

    running.interrupt();
    running.awaitEnd();
  }

  /** What has begun ends only when the rest is shown: else this would wait for ever. */
  @Test
  void saysThatNothingIsReadyBeforeItWaitsForTheHead() {
    AtomicBoolean shown = new AtomicBoolean();
    ControlledStarts starts =
        new ControlledStarts(
            (begun, id) -> {
              if (shown.get()) {
                begun.complete(id);
              }
            });
    RecordingSink showing =
        new RecordingSink(
            0,
            outcome -> {
              shown.set(false);
              return true;
            },
            () -> {
              shown.set(true);
              starts.begun().forEach(starts::complete);
            });

    ControlledStarts.fanOut(starts, 2, true).fetch(ids(100), showing);

    assertThat(showing.outcomes()).hasSize(100).allMatch(outcome -> outcome.startsWith("found"));
  }

  /** The next id comes only when what is there has been shown. */
  @ParameterizedTest(name = "in order: {0}")
  @ValueSource(booleans = {true, false})
  void saysThatNothingIsReadyBeforeItWaitsForTheNextId(boolean ordered) {
    CountDownLatch shown = new CountDownLatch(1);
    Iterator<Long> waiting =
        new Iterator<>() {
          private long next = 1;

          @Override
          public boolean hasNext() {
            return next <= 2;
          }

          @Override
          public Long next() {
            if (next == 2) {
              await(shown);
            }
            return next++;
          }
        };
    List<String> delivered = new ArrayList<>();
    OutcomeSink showing =
        new OutcomeSink() {
          @Override
          public boolean accept(Outcome outcome) {
            return delivered.add("found " + outcome.id());
          }

          @Override
          public boolean idle() {
            if (!delivered.isEmpty()) {
              shown.countDown();
            }
            return true;
          }
        };

    ControlledStarts.fanOut(FanOutTest::atOnce, 4, ordered).fetch(waiting, showing);

    assertThat(delivered).containsExactly("found 1", "found 2");
  }

  @ParameterizedTest(name = "in order: {0}")
  @ValueSource(booleans = {true, false})
  void throwsWhatTheIdsThrowAfterTheIdsBefore(boolean ordered) {
    Iterator<Long> failing = ControlledStarts.idsThatFailAt(4);

    assertThatThrownBy(
            () -> ControlledStarts.fanOut(FanOutTest::atOnce, 2, ordered).fetch(failing, sink))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no id");
    assertThat(sink.outcomes()).containsExactly("found 1", "found 2", "found 3");
  }

  @ParameterizedTest(name = "in order: {0}")
  @ValueSource(booleans = {true, false})
  void anIdWhoseStartThrowsFailsAndTheRunGoesOn(boolean ordered) {
    FanOut<Character> broken =
        ControlledStarts.fanOut(
            id -> {
              if (id == 3) {
                throw new AssertionError("a defect");
              }
              return atOnce(id);
            },
            2,
            ordered);

    broken.fetch(ids(5), sink);

    assertThat(sink.outcomes())
        .containsExactly("found 1", "found 2", "failed 3", "found 4", "found 5");
  }

  private static CompletableFuture<Character> atOnce(long id) {
    return CompletableFuture.completedFuture(character(id));
  }

  private static Character character(long id) {
    return new Character(id, "anonymous", "{}");
  }

  private static Iterator<Long> ids(int count) {
    return LongStream.rangeClosed(1, count).iterator();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
