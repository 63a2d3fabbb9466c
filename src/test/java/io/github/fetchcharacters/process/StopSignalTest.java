package io.github.fetchcharacters.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StopSignalTest {

  @Test
  void leavesTheExitStatusToTheSignalThatStoppedTheWorker() throws Exception {
    CompletableFuture<StopSignal> signal = new CompletableFuture<>();
    CompletableFuture<Boolean> exits = new CompletableFuture<>();
    Thread worker =
        new Thread(
            () -> {
              StopSignal own = new StopSignal(Thread.currentThread());
              signal.complete(own);
              awaitInterrupt();
              exits.complete(own.done());
            });
    worker.start();

    signal.get().arrive();

    worker.join();
    assertThat(exits).isCompletedWithValue(false);
  }

  @Test
  void leavesTheExitStatusToTheWorkerThatIsDone() {
    StopSignal signal = new StopSignal(Thread.currentThread());

    assertThat(signal.done()).isTrue();
    signal.arrive();

    assertThat(Thread.interrupted()).as("interrupted").isFalse();
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stop) {
      // as wanted
    }
  }
}
