package io.github.fetchcharacters.flow;

import java.time.Duration;
import java.util.Optional;

/**
 * Computes how many requests may be in flight, from the server's answers: the state of TCP's
 * congestion control (RFC 5681: additive increase, multiplicative decrease, slow start), with 429
 * for a lost segment. Pure bookkeeping, given the time; <em>not</em> safe for use by many threads.
 *
 * <ul>
 *   <li>A 429 without a hint halves the limit and lets a quarter of a second pass. Answers of use
 *       add to the limit: one for each limit's worth, yet no more than a tenth for each of them,
 *       and a fiftieth near the limit that was refused.
 *   <li>A limit below one means a request every so many round trips: a server that allows one every
 *       50 ms and answers in 10 ms is asked once in five.
 *   <li>A 429 or 503 with Retry-After closes the window until then. It opens for one request and
 *       doubles with each round, up to a quarter of what it was when it closed, then grows as
 *       above.
 *   <li>Over HTTP/2 the limit is never above 100, the minimum that a server should allow (RFC 9113,
 *       section 6.5.2); the client fails requests above the server's limit instead of queueing them
 *       (JDK-8225647).
 *   <li>Requests that fail because too many are in flight bound the limit to those that did not
 *       fail, see {@link StreamBound}.
 * </ul>
 *
 * Times are nanoseconds of one clock, as {@link System#nanoTime}.
 */
public final class Congestion {

  private static final int MAX_STREAMS = 100;

  /** Four requests a second; a server that wants fewer should send Retry-After. */
  private static final double MAX_SPACING_NANOS = 250e6;

  private static final double INCREASE = 0.1;

  /** Near the limit that was refused last, as CUBIC does (RFC 9438, section 4.2). */
  private static final double CAREFUL_INCREASE = 0.02;

  private final Duration longestPause;
  private final StreamBound bound;
  private final ServerPause pause = new ServerPause();
  private double max;
  private double limit;
  private double slowStartUntil;
  private double refusedAt;
  private int inFlight;
  private double shortestRoundTrip = MAX_SPACING_NANOS;
  private boolean decreased;
  private long lastDecrease;
  private boolean spaced;
  private long spacedUntil;

  /**
   * Open, without a bound on pauses.
   *
   * @param max max requests in flight, at least 1
   */
  public Congestion(int max) {
    this(max, Duration.ofDays(1));
  }

  /**
   * Open.
   *
   * @param max max requests in flight, at least 1
   * @param longestPause the longest pause to make; a server that asks for more halves the limit
   * @throws IllegalArgumentException if {@code max} is below 1
   */
  public Congestion(int max, Duration longestPause) {
    if (max < 1) {
      throw new IllegalArgumentException("a window admits at least one request, not " + max);
    }
    this.max = max;
    this.limit = max;
    this.bound = new StreamBound(max);
    this.slowStartUntil = max;
    this.longestPause = longestPause;
  }

  /** Whether one more request may start. */
  boolean admits(long now) {
    return closedFor(now) <= 0 && inFlight + 1 <= Math.max(1, limit);
  }

  /** Nanoseconds until the window opens; zero or less when it is open. */
  long closedFor(long now) {
    return Math.max(pausedFor(now), spaced ? spacedUntil - now : 0);
  }

  /** Nanoseconds that the server still asks to wait; zero or less for none. */
  long pausedFor(long now) {
    return pause.left(now);
  }

  void enter(long now) {
    inFlight++;
    spaced = limit < 1;
    spacedUntil = spaced ? now + spacing() : now;
  }

  private long spacing() {
    return (long) Math.min(MAX_SPACING_NANOS, shortestRoundTrip / limit);
  }

  void leave() {
    inFlight--;
  }

  /**
   * Records an answer that was of use.
   *
   * @param http2 whether it came over HTTP/2
   * @param took nanoseconds from its request's start to its end
   */
  void succeeded(boolean http2, long took) {
    shortestRoundTrip = Math.min(shortestRoundTrip, (double) took);
    if (http2) {
      max = Math.min(max, MAX_STREAMS);
    }
    bound.answered(max);
    boolean nearRefusal = limit > refusedAt * 0.75 && limit < refusedAt * 1.25;
    double step = nearRefusal ? CAREFUL_INCREASE : INCREASE;
    double increase = limit < slowStartUntil ? 1 : Math.min(1 / limit, step * Math.min(1, limit));
    limit = Math.min(Math.min(max, bound.get()), limit + increase);
  }

  /**
   * Records an answer that asks all requests to slow down.
   *
   * @param asked the wait that it asks for; empty if it does not say
   * @param entered when its request started
   * @return the time from now on for which it closes the window, if it was open, or if it stays
   *     closed for at least a second more than was returned last; else empty
   */
  Optional<Duration> slowDown(Optional<Duration> asked, long entered, long now) {
    Optional<Duration> honored = asked.filter(wait -> wait.compareTo(longestPause) <= 0);
    if (honored.isEmpty()) {
      halve(entered, now);
    } else if (pausedFor(now) <= 0) {
      slowStartUntil = Math.max(1, limit / 4);
      limit = 1;
    }
    return honored.flatMap(wait -> pause.extend(wait, now));
  }

  /**
   * Records a request that failed because too many others were in flight.
   *
   * @param entered when it started
   */
  void tooManyAtOnce(long entered, long now) {
    bound.tooMany(inFlight, entered, now);
    limit = Math.min(limit, bound.get());
  }

  /** Requests sent before the last halving are the same burst, which stops at one. */
  private void halve(long entered, long now) {
    boolean sameBurst = decreased && entered - lastDecrease < 0;
    double min = sameBurst ? 1 : Math.min(1, shortestRoundTrip / MAX_SPACING_NANOS);
    if (!sameBurst) {
      refusedAt = limit;
      spaced = true;
      spacedUntil = now + (long) MAX_SPACING_NANOS;
    }
    limit = Math.max(Math.min(min, limit), limit / 2);
    slowStartUntil = limit;
    decreased = true;
    lastDecrease = now;
  }
}
