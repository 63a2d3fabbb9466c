package io.github.fetchcharacters.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InlineExecutorTest {

  private final InlineExecutor executor = new InlineExecutor(Runnable::run);
  private final List<String> done = new ArrayList<>();

  @Test
  void aTaskRunsAtOnce() {
    executor.execute(() -> done.add("task"));

    assertThat(done).containsExactly("task");
  }

  @Test
  void whatIsLeftForLaterRunsAfterTheOutermostTask() {
    executor.execute(
        () -> {
          executor.execute(() -> later("inner"));
          later("outer");
          done.add("end of the outer");
        });

    assertThat(done).containsExactly("end of the outer", "inner", "outer");
  }

  @Test
  void whatIsLeftForLaterMayLeaveMore() {
    executor.execute(
        () ->
            executor.afterTask(
                () -> {
                  executor.execute(() -> later("second"));
                  done.add("first");
                }));

    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void aTaskThatFailsLeavesNothingBehind() {
    assertThatThrownBy(
            () ->
                executor.execute(
                    () -> {
                      throw new IllegalStateException("a defect");
                    }))
        .hasMessage("a defect");

    executor.execute(() -> later("another"));

    assertThat(done).containsExactly("another");
  }

  @Test
  void outsideOfTasksAnotherThreadRunsIt() {
    CompletableFuture<Thread> ran = new CompletableFuture<>();

    executor.afterTask(() -> ran.complete(Thread.currentThread()));

    assertThat(ran.join()).isNotEqualTo(Thread.currentThread());
  }

  private void later(String word) {
    executor.afterTask(() -> done.add(word));
  }
}
