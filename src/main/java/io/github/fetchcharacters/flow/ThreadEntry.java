package io.github.fetchcharacters.flow;

import io.github.fetchcharacters.retry.Pause;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a turn in the line, then for a start, on a thread that calls {@link #await} once. Other
 * threads end its turn.
 */
final class ThreadEntry implements Place.Waiter {

  private final Admission admission;
  private final Pace pace;
  private final Pause pause;
  private final Place place;
  private final CountDownLatch turn = new CountDownLatch(1);
  private Pace.Start start = Pace.Start.NOW;
  private volatile @Nullable Throwable refusal;

  /**
   * @param attempt which attempt asks, from 1
   */
  ThreadEntry(Admission admission, Pace pace, Pause pause, int attempt) {
    this.admission = admission;
    this.pace = pace;
    this.pause = pause;
    this.place = admission.place(attempt, this);
  }

  /** Blocks. Empty, without room or start, if the server has asked for a pause meanwhile. */
  Optional<Window.Permit> await() throws InterruptedException {
    Optional<Window.Permit> permit = Optional.empty();
    try {
      admission.enter(place);
      awaitTurn();
      start = pace.reserve();
      pauseFor(start.nanos());
      permit = admission.permit(place);
      return permit;
    } finally {
      if (permit.isEmpty()) {
        start.giveBack().run();
        admission.leave(place);
      }
    }
  }

  private void awaitTurn() throws InterruptedException {
    turn.await();
    if (refusal != null) {
      throw unchecked(refusal);
    }
  }

  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException failure ? failure : new IllegalStateException(thrown);
  }

  private void pauseFor(long nanos) throws InterruptedException {
    if (nanos > 0) {
      pause.pause(Duration.ofNanos(nanos));
    }
  }

  @Override
  public void admitted() {
    turn.countDown();
  }

  @Override
  public void refused(Throwable why) {
    refusal = why;
    turn.countDown();
  }
}
