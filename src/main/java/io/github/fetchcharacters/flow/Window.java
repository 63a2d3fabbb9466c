package io.github.fetchcharacters.flow;

import io.github.fetchcharacters.retry.Pause;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Admits requests to the network, in twins: {@link #enter} blocks until there is room, {@link
 * #enterAsync} returns a future. Both give a {@link Permit}; call {@link #leave} with each one. The
 * number in flight and the server's signs of load are one {@link Congestion} for both twins. Safe
 * for use by many threads.
 */
public final class Window {

  private final Admission admission;
  private final Pace pace;
  private final Pause pause;

  /**
   * Allows one request in flight.
   *
   * @param entered when it was granted
   */
  public record Permit(Place place, long entered) {}

  /**
   * Makes an open window.
   *
   * @param congestion decides; this window's alone from now on
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
   * Makes a window that only bounds the requests in flight, and pauses when a server asks for it.
   *
   * @param max max requests in flight, at least 1
   */
  public static Window of(int max) {
    return new Window(new Congestion(max), () -> false, Pace.NONE, Pause.real(), System::nanoTime);
  }

  /**
   * Blocks until a request may start. If it throws, it has taken no room, and given its start back.
   *
   * @param attempt which attempt asks, from 1; a later one goes first
   */
  public Permit enter(int attempt) throws InterruptedException {
    Optional<Permit> permit = Optional.empty();
    while (permit.isEmpty()) {
      permit = new ThreadEntry(admission, pace, pause, attempt).await();
    }
    return permit.get();
  }

  /**
   * Waits for admission without holding a thread.
   *
   * @param attempt which attempt asks, from 1; a later one goes first
   * @return completes with the permit; one that ends otherwise, such as by a cancel, takes no room,
   *     and gives its start back
   */
  public CompletableFuture<Permit> enterAsync(int attempt) {
    FutureEntry entry = new FutureEntry(admission, pace, pause, attempt);
    entry.whenComplete((permit, thrown) -> entry.dropIfEnded());
    entry.line();
    return entry;
  }

  /** Gives a permit back; the second time does nothing. */
  public void leave(Permit permit) {
    admission.leave(permit.place());
  }

  /**
   * Records an answer that was of use; call before leaving.
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
   * Records an answer that asks all requests to slow down; call before leaving.
   *
   * @param asked the wait that it asks for; empty if it does not say
   * @return the time from now on for which this closes the window, or keeps it closed for longer
   *     than was returned before; empty if it does not
   */
  public Optional<Duration> slowDown(Optional<Duration> asked, Permit permit) {
    return admission.with((congestion, now) -> congestion.slowDown(asked, permit.entered(), now));
  }

  /** Records a request that failed because too many others were in flight. */
  public void tooManyAtOnce(Permit permit) {
    admission.with(
        (congestion, now) -> {
          congestion.tooManyAtOnce(permit.entered(), now);
          return congestion;
        });
  }
}
