package io.github.fetchcharacters.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pool in a process that may start few threads: {@code ulimit -u}. */
@Timeout(30)
class FetchPoolTest {

  @Test
  void goesOnWithTheThreadsThatItHas() {
    FetchPool pool = new FetchPool(5, allowing(2));
    List<CompletableFuture<Void>> tasks = new ArrayList<>();
    for (int task = 0; task < 10; task++) {
      tasks.add(CompletableFuture.runAsync(() -> {}, pool));
    }

    assertThat(tasks).allSatisfy(task -> assertThat(task.join()).isNull());
    assertThat(pool.getPoolSize()).isEqualTo(2);
    pool.shutdownNow();
  }

  @Test
  void refusesATaskWithoutAnyThread() {
    FetchPool pool = new FetchPool(5, allowing(0));

    assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> pool.execute(() -> {}));
  }

  /** Fails as the start of a thread does, which the pool of Java 25 calls by another way. */
  private static ThreadFactory allowing(int threads) {
    AtomicInteger made = new AtomicInteger();
    return task -> {
      if (made.incrementAndGet() > threads) {
        throw new OutOfMemoryError("unable to create native thread: possibly out of memory");
      }
      Thread thread = new Thread(task);
      thread.setDaemon(true);
      return thread;
    };
  }
}
