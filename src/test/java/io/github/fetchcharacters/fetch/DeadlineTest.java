package io.github.fetchcharacters.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.retry.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeadlineTest {

  private final StatusException refusal = StatusException.characterNotFound();

  private final AtomicLong now = new AtomicLong();
  private final List<String> reasons = new ArrayList<>();

  private Deadline deadline(Duration time) {
    return new Deadline(time, Pause.real(), now::get);
  }

  @Test
  void itsInterruptEndsWithTheWork() {
    CountDownLatch stopped = new CountDownLatch(1);

    deadline(Duration.ofNanos(1))
        .run(
            reason -> {
              reasons.add(reason);
              stopped.countDown();
            },
            () -> awaitDespiteInterrupts(stopped));

    assertThat(reasons).containsExactly("the deadline has passed (--deadline=0.000001ms)");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private static void awaitDespiteInterrupts(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aPauseThatEndsAfterItEndsTheWork() {
    Deadline deadline = deadline(Duration.ofHours(5));

    deadline.run(
        reasons::add,
        () -> {
          deadline.paused(refusal, Duration.ofHours(5));
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
          now.set(Duration.ofHours(1).toNanos());
          deadline.paused(refusal, Duration.ofHours(5));
          assertThat(Thread.currentThread().isInterrupted()).isTrue();
          deadline.paused(refusal, Duration.ofHours(7));
        });

    assertThat(reasons)
        .containsExactly("the server asks to wait 5h, longer than what is left of --deadline=5h");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void afterTheWorkAPauseInterruptsNothing() {
    Deadline deadline = deadline(Duration.ofHours(1));
    deadline.run(reasons::add, () -> {});

    deadline.paused(refusal, Duration.ofHours(2));

    assertThat(reasons).isEmpty();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theReasonIsTakenOutsideOfItsMonitor() {
    Deadline deadline = deadline(Duration.ofHours(1));
    List<Boolean> held = new ArrayList<>();

    deadline.run(
        reason -> held.add(Thread.holdsLock(deadline)),
        () -> deadline.paused(refusal, Duration.ofHours(2)));

    assertThat(held).containsExactly(false);
  }

  @Test
  void itsTimePassesInThePauseAndLeavesNoTimerBehind() {
    CompletableFuture<Void> timer = new CompletableFuture<>();
    List<Duration> pauses = new ArrayList<>();
    Deadline deadline = new Deadline(Duration.ofHours(1), pausing(pauses, timer), now::get);

    deadline.run(reasons::add, () -> assertThat(timer).isNotDone());

    assertThat(pauses).containsExactly(Duration.ofHours(1));
    assertThat(timer).isCancelled();
    assertThat(reasons).isEmpty();
  }

  private static Pause pausing(List<Duration> pauses, CompletableFuture<Void> timer) {
    return new Pause() {
      @Override
      public void pause(Duration duration) {
        throw new AssertionError("not in these tests");
      }

      @Override
      public CompletableFuture<Void> pauseAsync(Duration duration) {
        pauses.add(duration);
        return timer;
      }
    };
  }

  @Test
  void anInterruptFromOutsideIsKept() {
    deadline(Duration.ofHours(1)).run(reasons::add, () -> Thread.currentThread().interrupt());

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void withoutATimeNoPauseIsTooLong() {
    Deadline none = new Deadline(null, Pause.real(), now::get);

    none.run(reasons::add, () -> none.paused(refusal, Duration.ofDays(1)));

    assertThat(none.objection(Duration.ofDays(1))).isNull();
    assertThat(reasons).isEmpty();
  }
}
