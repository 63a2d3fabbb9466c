package io.github.fetchcharacters.flow;

import io.github.fetchcharacters.retry.Pause;
import io.github.fetchcharacters.retry.RetryPolicy;
import io.github.fetchcharacters.retry.StepwiseFuture;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Admits requests to the network, in twins: {@link #enter} blocks until there is room, {@link
 * #enterAsync} returns a future. Both give a {@link Permit}, and whoever has one must {@link
 * #leave} with it. What the admission depends on, the number in flight and what the server said of
 * its load, is one {@link Congestion} for both. Safe for use by many threads.
 */
public final class Window {

  private final Admission admission;
  private final Pace pace;
  private final Pause pause;

  /**
   * Leave to have one request in flight.
   *
   * @param entered when it was granted
   */
  public record Permit(Admission.Place place, long entered) {}

  /**
   * Makes an open window.
   *
   * @param congestion the state that decides; this window's alone from now on
   * @param alone whether requests that start together would each open a connection: while it
   *     answers true, one is admitted at a time; asked at each admission, on any thread
   * @param pace spaces the starts of the requests
   * @param pause lets the waits pass
   * @param nanoTime a clock in nanoseconds, as {@link System#nanoTime}
   */
  public Window(
      Congestion congestion, BooleanSupplier alone, Pace pace, Pause pause, LongSupplier nanoTime) {
    this.admission = new Admission(congestion, alone, pause, nanoTime);
    this.pace = pace;
    this.pause = pause;
  }

  /**
   * A window that only bounds the requests in flight, and pauses when a server asks for it.
   *
   * @param most most requests in flight, at least 1
   */
  public static Window of(int most) {
    return new Window(new Congestion(most), () -> false, Pace.NONE, Pause.real(), System::nanoTime);
  }

  /**
   * Waits for admission. If it throws, it has taken no room, and given its start back.
   *
   * @param attempt which attempt asks, from 1; a later one goes first
   */
  public Permit enter(int attempt) throws InterruptedException {
    Optional<Permit> permit = Optional.empty();
    while (permit.isEmpty()) {
      permit = tryEnter(attempt);
    }
    return permit.get();
  }

  private Optional<Permit> tryEnter(int attempt) throws InterruptedException {
    Turn turn = new Turn();
    Admission.Place place = admission.place(attempt, turn);
    ReservedStart start = new ReservedStart();
    Optional<Permit> permit = Optional.empty();
    try {
      admission.enter(place);
      turn.await();
      pauseFor(start.reserve(pace));
      permit = permit(place);
      return permit;
    } finally {
      if (permit.isEmpty()) {
        start.giveBack();
        admission.leave(place);
      }
    }
  }

  private void pauseFor(long nanos) throws InterruptedException {
    if (nanos > 0) {
      pause.pause(Duration.ofNanos(nanos));
    }
  }

  /**
   * Waits for admission without holding a thread.
   *
   * @param attempt which attempt asks, from 1; a later one goes first
   * @return completes with the permit; one that ends otherwise, such as by a cancel, takes no room,
   *     and gives its start back
   */
  public CompletableFuture<Permit> enterAsync(int attempt) {
    Entry entry = new Entry(attempt);
    entry.whenComplete((permit, thrown) -> entry.dropIfEnded());
    entry.line();
    return entry;
  }

  /** Gives the room of a permit back. Does nothing with one that was given back before. */
  public void leave(Permit permit) {
    admission.leave(permit.place());
  }

  /**
   * Takes note of an answer that was of use; call before leaving.
   *
   * @param http2 whether it came over HTTP/2
   */
  public void succeeded(boolean http2, Permit permit) {
    admission.with(
        (congestion, now) -> {
          congestion.succeeded(http2, now - permit.entered());
          return congestion;
        });
  }

  /**
   * Takes note of an answer that asks all requests to slow down; call before leaving.
   *
   * @param asked for how long; empty if it does not say
   * @return for how long this closes the window, from now on, or keeps it closed for longer than
   *     was returned before; empty if it does not
   */
  public Optional<Duration> slowDown(Optional<Duration> asked, Permit permit) {
    return admission.with((congestion, now) -> congestion.slowDown(asked, permit.entered(), now));
  }

  /** Takes note of a request that failed because too many others were in flight. */
  public void tooManyAtOnce(Permit permit) {
    admission.with(
        (congestion, now) -> {
          congestion.tooManyAtOnce(permit.entered(), now);
          return congestion;
        });
  }

  /** Empty if the server has asked for a pause since: back to the end of the line. */
  private Optional<Permit> permit(Admission.Place place) {
    return admission.with(
        (congestion, now) ->
            congestion.pausedFor(now) > 0 ? Optional.empty() : Optional.of(new Permit(place, now)));
  }

  /** The turn of a thread. */
  private static final class Turn implements Admission.Waiter {

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Throwable refusal;

    @Override
    public void admitted() {
      ended.countDown();
    }

    @Override
    public void refused(Throwable why) {
      refusal = why;
      ended.countDown();
    }

    void await() throws InterruptedException {
      ended.await();
      if (refusal != null) {
        throw unchecked(refusal);
      }
    }

    private static RuntimeException unchecked(Throwable thrown) {
      if (thrown instanceof Error error) {
        throw error;
      }
      return thrown instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(thrown);
    }
  }

  /** The way of a future through the line and the pace. */
  private final class Entry extends StepwiseFuture<Permit> implements Admission.Waiter {

    private final int attempt;
    private final ReservedStart start = new ReservedStart();
    private volatile Admission.Place place;

    Entry(int attempt) {
      this.attempt = attempt;
      this.place = admission.place(attempt, this);
    }

    void line() {
      admission.enter(place);
      dropIfEnded();
    }

    @Override
    public void admitted() {
      orEnd(this::pace);
    }

    private void pace() {
      if (isDone()) {
        return;
      }
      long nanos = start.reserve(pace);
      if (nanos > 0) {
        follow(pause.pauseAsync(Duration.ofNanos(nanos)), (past, thrown) -> paced(thrown));
      } else {
        grant();
      }
    }

    private void paced(@Nullable Throwable thrown) {
      if (thrown == null) {
        grant();
      } else {
        refused(RetryPolicy.causeOf(thrown));
        dropIfEnded();
      }
    }

    private void grant() {
      Optional<Permit> permit = permit(place);
      if (permit.isPresent()) {
        complete(permit.get());
      } else {
        start.giveBack();
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
     * The end may also come between two steps, and the step that follows it takes a place or a
     * start. The start goes first: the next in the line may have it.
     */
    void dropIfEnded() {
      if (isCompletedExceptionally()) {
        start.giveBack();
        admission.leave(place);
      }
    }
  }
}
