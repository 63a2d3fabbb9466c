package io.github.fetchcharacters.flow;

import io.github.fetchcharacters.retry.Pause;
import io.github.fetchcharacters.retry.RetryPolicy;
import io.github.fetchcharacters.retry.StepwiseFuture;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits for a turn in the line, then for a start, as a future. Safe for use by many threads. */
final class FutureEntry extends StepwiseFuture<Window.Permit> implements Place.Waiter {

  private final Admission admission;
  private final Pace pace;
  private final Pause pause;
  private final int attempt;
  private volatile Pace.Start start = Pace.Start.NOW;
  private volatile Place place;

  /**
   * @param attempt which attempt asks, from 1
   */
  FutureEntry(Admission admission, Pace pace, Pause pause, int attempt) {
    this.admission = admission;
    this.pace = pace;
    this.pause = pause;
    this.attempt = attempt;
    this.place = admission.place(attempt, this);
  }

  /** Takes its place in the line. */
  void line() {
    admission.enter(place);
    dropIfEnded();
  }

  @Override
  public void admitted() {
    orEnd(this::awaitStart);
  }

  private void awaitStart() {
    if (isDone()) {
      return;
    }
    Pace.Start next = pace.reserve();
    start = next;
    if (next.nanos() > 0) {
      follow(pause.pauseAsync(Duration.ofNanos(next.nanos())), (past, thrown) -> started(thrown));
    } else {
      grant();
    }
  }

  private void started(@Nullable Throwable thrown) {
    if (thrown == null) {
      grant();
    } else {
      refused(RetryPolicy.causeOf(thrown));
      dropIfEnded();
    }
  }

  private void grant() {
    Optional<Window.Permit> permit = admission.permit(place);
    if (permit.isPresent()) {
      complete(permit.get());
      dropIfEnded();
    } else {
      start.giveBack().run();
      admission.leave(place);
      place = admission.place(attempt, this);
      line();
    }
  }

  @Override
  public void refused(Throwable why) {
    completeExceptionally(why);
  }

  /**
   * Gives start and place back if the wait has ended without a permit. The end may come between two
   * steps, and the later step takes a place or a start. The start goes first, so that the next in
   * the line can have it.
   */
  void dropIfEnded() {
    if (isCompletedExceptionally()) {
      start.giveBack().run();
      admission.leave(place);
    }
  }
}
