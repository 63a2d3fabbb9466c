package io.github.fetchcharacters.http.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InlineExecutorTest {

  private final Queue<Runnable> queue = new ArrayDeque<>();
  private final InlineExecutor executor = new InlineExecutor(queue::add, false);
  private final List<String> done = new ArrayList<>();

  @Test
  void aTaskFromElsewhereWaitsForTheThread() {
    executor.execute(() -> done.add("task"));

    assertThat(done).isEmpty();
    queue.remove().run();
    assertThat(done).containsExactly("task");
  }

  @Test
  void aTaskOfATaskRunsAtOnce() {
    executor.execute(
        () -> {
          executor.execute(() -> done.add("inner"));
          done.add("outer");
        });

    queue.remove().run();

    assertThat(done).containsExactly("inner", "outer");
    assertThat(queue).isEmpty();
  }

  @Test
  void aTaskThatFailsLeavesNothingBehind() {
    executor.execute(
        () -> {
          throw new IllegalStateException("a defect");
        });
    assertThatThrownBy(() -> queue.remove().run()).hasMessage("a defect");

    executor.execute(() -> done.add("another"));

    assertThat(done).isEmpty();
    queue.remove().run();
    assertThat(done).containsExactly("another");
  }

  @Test
  void aTaskOfTheSelectorRunsThereAndOneOfACallerDoesNot() throws InterruptedException {
    InlineExecutor plain = new InlineExecutor(queue::add, true);
    AtomicReference<Thread> ran = new AtomicReference<>();
    Thread selector =
        new Thread(
            () -> plain.execute(() -> ran.set(Thread.currentThread())),
            "HttpClient-1-SelectorManager");

    selector.start();
    selector.join();
    plain.execute(() -> {});

    assertThat(ran.get()).isSameAs(selector);
    assertThat(queue).hasSize(1);
  }
}
