package io.github.fetchcharacters.retry;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two threads that end steps of a call and cancel it at once, in every order of their steps that a
 * model checker finds: an ended call has no step in flight, any other has one.
 */
public class RetryInterleavingsTest {

  private final Queue<CompletableFuture<?>> underWay = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<String> call = policy().callAsync(attempt -> step(), UNHEARD);

  private static final RetryObserver UNHEARD = (attempt, failure, decision) -> {};

  private RetryPolicy policy() {
    return new RetryPolicy(
        2, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1)), new Held(), () -> 0.5);
  }

  private <T> CompletableFuture<T> step() {
    CompletableFuture<T> step = new CompletableFuture<>();
    underWay.add(step);
    return step;
  }

  private final class Held implements Pause {
    @Override
    public void pause(Duration duration) {
      throw new IllegalStateException("not in this test");
    }

    @Override
    public CompletableFuture<Void> pauseAsync(Duration duration) {
      return step();
    }
  }

  @Operation
  public void fail() {
    underWay.forEach(step -> step.completeExceptionally(HintedFailure.passing("busy")));
  }

  @Operation
  public void succeed() {
    underWay.forEach(step -> step.complete(null));
  }

  @Operation
  public void cancel() {
    call.cancel(true);
  }

  @Validate
  public void oneStepIsInFlightUntilTheEnd() {
    List<CompletableFuture<?>> running = underWay.stream().filter(step -> !step.isDone()).toList();
    if (running.size() != (call.isDone() ? 0 : 1)) {
      throw new IllegalStateException(call + ": " + running);
    }
  }

  @Test
  @Timeout(300)
  void leaveNothingInFlight() {
    new ModelCheckingOptions()
        .iterations(8)
        .invocationsPerIteration(100)
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(0)
        .actorsAfter(0)
        .check(RetryInterleavingsTest.class);
  }
}
