package io.github.fetchcharacters.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.fetchcharacters.compare.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ProcessMeterTest {

  private static final int THREADS = 50;

  private final ProcessMeter meter = new ProcessMeter();

  @Test
  void threadsThatLivedAtOnceArePeakThreadsOfTheirTurnAlone() throws Exception {
    meter.start();
    runAtOnce();
    double during = meter.stop().peakThreads();
    meter.start();
    double after = meter.stop().peakThreads();

    assertThat(during).isGreaterThan(THREADS);
    assertThat(after).isLessThanOrEqualTo(during - THREADS / 2.0);
  }

  private static void runAtOnce() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(THREADS);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> meet(started));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void meet(CountDownLatch started) {
    started.countDown();
    try {
      started.await();
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void memoryOfAThreadThatHasEndedIsCounted() throws Exception {
    meter.start();
    byte[][] kept = new byte[8][];
    Thread thread =
        new Thread(
            () -> {
              for (int i = 0; i < kept.length; i++) {
                kept[i] = new byte[1_000_000];
              }
            });
    thread.start();
    thread.join();
    Usage usage = meter.stop();

    assertThat(kept[kept.length - 1]).hasSize(1_000_000);
    assumeTrue(!Double.isNaN(usage.allocatedBytes()), "this JVM does not say");
    assertThat(usage.allocatedBytes()).isGreaterThan(8_000_000);
  }

  @Test
  void carriersAreKnownWhereTheJvmHasAScheduler() {
    meter.start();
    assertThat(Double.isNaN(meter.stop().carriers())).isEqualTo(Runtime.version().feature() < 24);
  }
}
