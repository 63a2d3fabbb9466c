package io.github.fetchcharacters.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.LiveObjects;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A defect lets these tests wait until the timeout. */
@Timeout(20)
class RealPauseTest {

  private static final int MANY = 2000;

  /** The JDK's classes of objects for each timer, in 17 and in 25. */
  private static final String TIMERS = "java\\.util\\.concurrent\\.\\S*(Delay|Scheduled|Timeout)";

  private final Pause pause = Pause.real();

  @Test
  void aCancelledPauseLeavesNoTimerBehind() throws Exception {
    int before = LiveObjects.count(TIMERS);

    IntStream.range(0, MANY).forEach(i -> pause.pauseAsync(Duration.ofDays(1)).cancel(true));

    while (LiveObjects.count(TIMERS) >= before + MANY) {
      assertThat(Thread.interrupted()).as("in vain").isFalse();
    }
  }

  /** More than the common pool has threads: each may look up a name. */
  @Test
  void whatFollowsAPauseHoldsUpNoOther() throws InterruptedException {
    int slow = ForkJoinPool.getCommonPoolParallelism() + 2;
    CountDownLatch running = new CountDownLatch(slow);
    CountDownLatch found = new CountDownLatch(1);
    for (int lookUp = 0; lookUp < slow; lookUp++) {
      // On a thread of its own, where it runs if the pause has passed before.
      Thread caller =
          new Thread(
              () ->
                  pause
                      .pauseAsync(Duration.ofMillis(1))
                      .thenRun(
                          () -> {
                            running.countDown();
                            await(found);
                          }));
      caller.setDaemon(true);
      caller.start();
    }
    running.await();

    pause.pauseAsync(Duration.ofNanos(1)).join();

    found.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
