package io.github.fetchcharacters.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ends of a call from outside, and any number of attempts. */
@Timeout(30)
class RetryStopTest {

  private static final RetryObserver UNHEARD = (attempt, failure, decision) -> {};

  private final HintedFailure busy = HintedFailure.passing("busy");
  private final List<CompletableFuture<String>> attempts = new ArrayList<>();
  private final List<CompletableFuture<Void>> pauses = new ArrayList<>();

  @Test
  void cancellingCancelsTheAttemptInFlight() {
    CompletableFuture<String> call = policy(2, heldPause()).callAsync(this::begun, UNHEARD);

    assertThat(call.cancel(true)).isTrue();

    assertThat(attempts).singleElement().satisfies(first -> assertThat(first).isCancelled());
    assertThat(pauses).isEmpty();
    assertThat(call).isCancelled();
  }

  @Test
  void cancellingCancelsALaterAttempt() {
    CompletableFuture<String> call = policy(2, heldPause()).callAsync(this::begun, UNHEARD);
    attempts.get(0).completeExceptionally(busy);
    pauses.get(0).complete(null);

    call.cancel(true);

    assertThat(attempts).hasSize(2);
    assertThat(attempts.get(1)).isCancelled();
  }

  @Test
  void cancellingInAPauseEndsThePauseAndStartsNoOtherAttempt() {
    CompletableFuture<String> call = policy(2, heldPause()).callAsync(this::begun, UNHEARD);
    attempts.get(0).completeExceptionally(busy);

    call.cancel(true);

    assertThat(pauses).singleElement().satisfies(pause -> assertThat(pause).isCancelled());
    assertThat(attempts).hasSize(1);
    assertThat(call).isCancelled();
  }

  @Test
  void cancellingWhileAnAttemptIsBeingStartedCancelsIt() {
    CompletableFuture<CompletableFuture<String>> handle = new CompletableFuture<>();
    CompletableFuture<String> call =
        policy(2, heldPause())
            .callAsync(
                attempt -> {
                  if (attempt == 2) {
                    handle.join().cancel(true);
                  }
                  return begun(attempt);
                },
                UNHEARD);
    handle.complete(call);
    attempts.get(0).completeExceptionally(busy);

    pauses.get(0).complete(null);

    assertThat(attempts).hasSize(2);
    assertThat(attempts.get(1)).isCancelled();
  }

  @Test
  void aFailureThatComesAfterCancellingIsNotObserved() {
    List<Integer> failed = new ArrayList<>();
    CompletableFuture<String> deaf =
        new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            return false;
          }
        };
    CompletableFuture<String> call =
        policy(2, heldPause())
            .callAsync(attempt -> deaf, (attempt, failure, decision) -> failed.add(attempt));
    call.cancel(true);

    deaf.completeExceptionally(busy);

    assertThat(failed).isEmpty();
    assertThat(pauses).isEmpty();
  }

  @Test
  void anInterruptInAnAttemptEndsTheBlockingTwin() {
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(
            () ->
                policy(2, heldPause())
                    .call(
                        attempt -> {
                          attempts.add(new CompletableFuture<>());
                          Thread.currentThread().interrupt();
                          new CountDownLatch(1).await();
                          return "never";
                        },
                        UNHEARD));
    assertThat(attempts).hasSize(1);
  }

  @Test
  void anInterruptInAPauseEndsTheBlockingTwin() {
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(
            () ->
                policy(2, new RecordingPause(wait -> {}))
                    .call(
                        attempt -> {
                          attempts.add(new CompletableFuture<>());
                          Thread.currentThread().interrupt();
                          throw busy;
                        },
                        UNHEARD));
    assertThat(attempts).hasSize(1);
  }

  @Test
  void aPauseThatFailsEndsTheAsynchronousTwin() {
    CompletableFuture<String> call = policy(2, heldPause()).callAsync(this::begun, UNHEARD);
    attempts.get(0).completeExceptionally(busy);

    pauses.get(0).completeExceptionally(new IllegalStateException("no clock"));

    assertThat(call).isCompletedExceptionally();
    assertThatThrownBy(call::join).hasRootCauseMessage("no clock");
    assertThat(attempts).hasSize(1);
  }

  @Test
  void callAsyncItselfThrowsNothing() {
    CompletableFuture<String> call =
        policy(2, heldPause())
            .callAsync(
                attempt -> {
                  throw new AssertionError("broken");
                },
                UNHEARD);

    assertThatThrownBy(call::join).hasRootCauseMessage("broken");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CALL_ASYNC_LATER")
  void thousandsOfAttemptsDoNotOverflowTheStack(Driver driver) throws InterruptedException {
    int retries = 10_000;
    RetryPolicy.Attempt<Integer> task =
        attempt -> {
          if (attempt <= retries) {
            throw busy;
          }
          return attempt;
        };

    int last = driver.drive(policy(retries, new RecordingPause(wait -> {})), task, UNHEARD);

    assertThat(last).isEqualTo(retries + 1);
  }

  private CompletableFuture<String> begun(int attempt) {
    CompletableFuture<String> future = new CompletableFuture<>();
    attempts.add(future);
    return future;
  }

  /** Pauses that last until the test ends them. */
  private Pause heldPause() {
    return new Pause() {
      @Override
      public void pause(Duration duration) {
        throw new AssertionError("not in these tests");
      }

      @Override
      public CompletableFuture<Void> pauseAsync(Duration duration) {
        CompletableFuture<Void> pause = new CompletableFuture<>();
        pauses.add(pause);
        return pause;
      }
    };
  }

  private static RetryPolicy policy(int retries, Pause pause) {
    return new RetryPolicy(
        retries, new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)), pause, () -> 0.5);
  }
}
