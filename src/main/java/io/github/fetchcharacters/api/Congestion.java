package io.github.fetchcharacters.api;

import java.time.Duration;
import java.util.Optional;

/**
 * How many requests may be in flight, after all that the server has said: the state of TCP's
 * congestion control (RFC 5681: additive increase, multiplicative decrease, slow start), with 429
 * for a lost segment. Pure bookkeeping, given the time; <em>not</em> safe for use by many threads.
 *
 * <ul>
 *   <li>A 429 without a hint halves the limit. Answers of use add to it: one for each limit's
 *       worth, and at the least ten for each one, so that a small limit does not overshoot at once.
 *   <li>A limit below one means a request every so many round trips: a server that allows one every
 *       50 ms and answers in 10 ms is asked once in five.
 *   <li>A 429 or 503 with Retry-After closes the window until then. It opens for one request and
 *       doubles with each round, up to a quarter of what it was when it closed, then grows as
 *       above.
 *   <li>Over HTTP/2 the limit is never above 100, the least that a server should allow (RFC 9113,
 *       section 6.5.2); the client fails requests above the server's limit instead of queueing them
 *       (JDK-8225647).
 * </ul>
 *
 * Times are nanoseconds of one clock, as {@link System#nanoTime}.
 */
public final class Congestion {

  private static final int MOST_STREAMS = 100;

  /** Four requests a second; a server that wants less should say when to come back. */
  private static final double MOST_SPACING_NANOS = 250e6;

  private static final double MOST_INCREASE = 0.1;

  private final Duration longestPause;
  private double most;
  private double limit;
  private double slowStartUntil;
  private boolean probing;
  private int inFlight;
  private double shortestRoundTrip = MOST_SPACING_NANOS;
  private boolean decreased;
  private long lastDecrease;
  private boolean paused;
  private long pausedUntil;
  private boolean spaced;
  private long spacedUntil;

  /**
   * Open, without a bound on pauses.
   *
   * @param most most requests in flight, at least 1
   */
  public Congestion(int most) {
    this(most, Duration.ofDays(1), false);
  }

  /**
   * Open.
   *
   * @param most most requests in flight, at least 1
   * @param longestPause a server that asks for a longer one is not heeded
   * @param probing whether the first request goes alone, until the protocol is known: requests that
   *     start together open a TLS connection each, those that follow share the first's
   * @throws IllegalArgumentException if {@code most} is below 1
   */
  public Congestion(int most, Duration longestPause, boolean probing) {
    if (most < 1) {
      throw new IllegalArgumentException("a window admits at least one request, not " + most);
    }
    this.most = most;
    this.limit = most;
    this.slowStartUntil = most;
    this.longestPause = longestPause;
    this.probing = probing;
  }

  /** Whether one more request may start. */
  boolean admits(long now) {
    return closedFor(now) <= 0 && inFlight + 1 <= (probing ? 1 : Math.max(1, limit));
  }

  /** Nanoseconds until the window opens; zero or less when it is open. */
  long closedFor(long now) {
    return Math.max(pausedFor(now), spaced ? spacedUntil - now : 0);
  }

  private long pausedFor(long now) {
    return paused ? pausedUntil - now : 0;
  }

  void enter(long now) {
    inFlight++;
    spaced = limit < 1;
    spacedUntil = spaced ? now + spacing() : now;
  }

  private long spacing() {
    return (long) Math.min(MOST_SPACING_NANOS, shortestRoundTrip / limit);
  }

  void leave() {
    inFlight--;
    probing = false;
  }

  /**
   * Takes note of an answer that was of use.
   *
   * @param took from its request's start to its end
   */
  void succeeded(Reply reply, long took) {
    shortestRoundTrip = Math.min(shortestRoundTrip, (double) took);
    if (reply.protocol().equals("HTTP/2")) {
      most = Math.min(most, MOST_STREAMS);
    }
    double increase =
        limit < slowStartUntil ? 1 : Math.min(1 / limit, MOST_INCREASE * Math.min(1, limit));
    limit = Math.min(most, limit + increase);
  }

  /**
   * Takes note of a failure.
   *
   * @param entered when its request started
   * @return for how long it closes the window, which was open; empty if it does not
   */
  Optional<Duration> failed(ApiException failure, long entered, long now) {
    if (failure instanceof StatusException refused && refused.asksToSlowDown()) {
      Optional<Duration> asked =
          refused.retryAfter().filter(wait -> wait.compareTo(longestPause) <= 0);
      if (asked.isPresent()) {
        return pause(now, asked.get());
      }
      halve(entered, now);
    } else if (failure instanceof TransportException lost
        && lost.kind() == TransportException.Kind.TOO_MANY_STREAMS) {
      most = Math.max(1, Math.min(most, inFlight - 1));
      limit = Math.min(limit, most);
    }
    return Optional.empty();
  }

  /** To below one only if the request was sent since the last time: a burst is refused at once. */
  private void halve(long entered, long now) {
    boolean sameFlight = decreased && entered - lastDecrease < 0;
    double least = sameFlight ? 1 : Math.min(1, shortestRoundTrip / MOST_SPACING_NANOS);
    limit = Math.max(Math.min(least, limit), limit / 2);
    slowStartUntil = limit;
    decreased = true;
    lastDecrease = now;
  }

  private Optional<Duration> pause(long now, Duration wait) {
    boolean wasOpen = pausedFor(now) <= 0;
    if (wasOpen) {
      slowStartUntil = Math.max(1, limit / 4);
      limit = 1;
    }
    long until = now + wait.toNanos();
    pausedUntil = wasOpen || until - pausedUntil > 0 ? until : pausedUntil;
    paused = true;
    return wasOpen && !wait.isZero() ? Optional.of(wait) : Optional.empty();
  }
}
