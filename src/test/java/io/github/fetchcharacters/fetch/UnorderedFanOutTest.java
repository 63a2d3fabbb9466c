package io.github.fetchcharacters.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.model.Character;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Outcomes as they arrive; {@link FanOutTest} has the cases for any order. */
@Timeout(30)
class UnorderedFanOutTest {

  private final ControlledStarts starts = new ControlledStarts();

  @Test
  void handsEachOverAsItArrivesAndEndsAfterTheLast() throws InterruptedException {
    RecordingSink sink = new RecordingSink(2, outcome -> true, () -> {});
    RunningFetch running = RunningFetch.start(fanOut(10), ids(3), sink);
    starts.awaitBegunAndNoMore(3);
    starts.awaitEnd();

    starts.complete(3);
    starts.future(2).completeExceptionally(new IllegalArgumentException("lost"));
    sink.awaitOutcomes();
    assertThat(sink.outcomes()).containsExactly("found 3", "failed 2");

    starts.complete(1);
    running.awaitEnd();
    assertThat(sink.outcomes()).containsExactly("found 3", "failed 2", "found 1");
  }

  /** In order, the head that is out would keep the room of those behind it. */
  @Test
  void whatHasArrivedMakesRoomForOthers() throws InterruptedException {
    RecordingSink sink = new RecordingSink();
    RunningFetch running = RunningFetch.start(fanOut(2), ids(4), sink);
    starts.awaitBegunAndNoMore(2);

    starts.complete(2);
    starts.awaitBegunAndNoMore(1);
    assertThat(starts.begun()).containsExactly(1L, 2L, 3L);

    starts.complete(3);
    starts.awaitBegunAndNoMore(1);
    starts.complete(1);
    starts.complete(4);
    running.awaitEnd();
    assertThat(sink.outcomes())
        .containsExactlyInAnyOrder("found 1", "found 2", "found 3", "found 4");
  }

  @Test
  void anInterruptHandsOverWhatIsOutstandingInTheOrderBegun() throws InterruptedException {
    RecordingSink sink = new RecordingSink(1, outcome -> true, () -> {});
    RunningFetch running = RunningFetch.start(fanOut(4), ids(4), sink);
    starts.awaitBegunAndNoMore(4);
    starts.complete(3);
    sink.awaitOutcomes();

    running.interrupt();
    running.awaitEnd();

    assertThat(sink.outcomes()).containsExactly("found 3", "skipped 1", "skipped 2", "skipped 4");
    assertThat(starts.cancelled()).containsExactly(4L, 2L, 1L);
    assertThat(running.interruptedAtTheEnd()).isTrue();
  }

  @Test
  void aSinkThatSaysStopStillGetsWhatIsBegun() throws InterruptedException {
    RecordingSink sink = new RecordingSink(0, outcome -> false, () -> {});
    RunningFetch running = RunningFetch.start(fanOut(3), ids(3), sink);
    starts.awaitBegunAndNoMore(3);

    starts.complete(2);
    running.awaitEnd();

    assertThat(sink.outcomes()).containsExactly("found 2", "skipped 1", "skipped 3");
    assertThat(running.interruptedAtTheEnd()).isFalse();
  }

  /** A stop may come between the end of a call and its delivery. */
  @Test
  void whatHasEndedIsHandedOverThoughTheWordOfItComesLate() throws InterruptedException {
    RecordingSink sink = new RecordingSink();
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch delivered = new CountDownLatch(1);
    RunningFetch running = RunningFetch.start(fanOut(4), ids(3), sink);
    starts.awaitBegunAndNoMore(3);
    // The stage added last is run first, and keeps the others waiting.
    CompletableFuture<Character> late = starts.future(2);
    CompletableFuture<Character> unused =
        late.whenComplete(
            (character, thrown) -> {
              ended.countDown();
              await(delivered);
            });
    Thread network = new Thread(() -> starts.complete(2), "network");
    network.start();
    ended.await();

    running.interrupt();
    running.awaitEnd();
    delivered.countDown();
    network.join();

    assertThat(sink.outcomes()).containsExactly("skipped 1", "found 2", "skipped 3");
  }

  @Test
  void whatTheIdsThrowComesAfterWhatIsOutstanding() throws InterruptedException {
    RecordingSink sink = new RecordingSink();
    Iterator<Long> failing = ControlledStarts.idsThatFailAt(3);
    RunningFetch running = RunningFetch.start(fanOut(10), failing, sink);
    starts.awaitBegunAndNoMore(2);
    starts.awaitEnd();

    starts.complete(2);
    starts.complete(1);
    running.awaitEnd();

    assertThat(sink.outcomes()).containsExactly("found 2", "found 1");
    assertThat(running.thrown()).isInstanceOf(IllegalArgumentException.class).hasMessage("no id");
  }

  @Test
  void nothingIsLostOrDoubledHoweverTheyEnd() {
    int count = 50_000;
    List<Long> handedOver = new ArrayList<>();
    OutcomeSink keeping =
        new OutcomeSink() {
          @Override
          public boolean accept(Outcome outcome) {
            return handedOver.add(outcome.id());
          }

          @Override
          public boolean idle() {
            return true;
          }
        };

    ControlledStarts.fanOut(UnorderedFanOutTest::inAnyWay, 64, false).fetch(ids(count), keeping);

    assertThat(handedOver.stream().sorted().toList())
        .isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
  }

  /** At once, later on another thread, with a failure, cancelled. */
  private static CompletableFuture<Character> inAnyWay(long id) {
    Character character = new Character(id, "anonymous", "{}");
    if (id % 5 == 0) {
      return CompletableFuture.completedFuture(character);
    }
    if (id % 7 == 0) {
      return CompletableFuture.failedFuture(new IllegalArgumentException("lost"));
    }
    CompletableFuture<Character> future = CompletableFuture.supplyAsync(() -> character);
    if (id % 11 == 0) {
      future.cancel(true);
    }
    return future;
  }

  private FanOut<Character> fanOut(int lookahead) {
    return ControlledStarts.fanOut(starts, lookahead, false);
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
