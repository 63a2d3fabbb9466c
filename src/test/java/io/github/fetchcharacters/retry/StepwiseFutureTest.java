package io.github.fetchcharacters.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The answer of a cancel, which says whether it came in time. */
class StepwiseFutureTest {

  @Test
  void aCancelThatComesInTimeEndsIt() {
    CompletableFuture<Integer> future = new StepwiseFuture<>() {};

    assertThat(future.cancel(true)).isTrue();
    assertThat(future).isCancelled();
  }

  @Test
  void aCancelThatComesTooLateSaysSo() {
    CompletableFuture<Integer> future = new StepwiseFuture<>() {};
    future.complete(1);

    assertThat(future.cancel(true)).isFalse();
    assertThat(future).isCompletedWithValue(1);
  }
}
