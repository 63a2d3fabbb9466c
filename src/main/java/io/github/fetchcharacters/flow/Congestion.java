package io.github.fetchcharacters.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How many requests may be in flight, after all that the server has said: the state of TCP's
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
 *   <li>Over HTTP/2 the limit is never above 100, the least that a server should allow (RFC 9113,
 *       section 6.5.2); the client fails requests above the server's limit instead of queueing them
 *       (JDK-8225647).
 *   <li>Requests that fail because too many are under way, as when the server refuses streams,
 *       bound the limit to those that did not fail. A burst of them halves the bound at most. The
 *       bound grows by one for as many answers as it is high, and each time that it has shrunk it
 *       takes twice as many, up to 64 times.
 * </ul>
 *
 * Times are nanoseconds of one clock, as {@link System#nanoTime}.
 */
public final class Congestion {

  private static final int MOST_STREAMS = 100;

  /** Four requests a second; a server that wants less should say when to come back. */
  private static final double MOST_SPACING_NANOS = 250e6;

  private static final double INCREASE = 0.1;

  /** Near the limit that was refused last, as CUBIC does (RFC 9438, section 4.2). */
  private static final double CAREFUL_INCREASE = 0.02;

  /** Answers to one burst ask for the same pause, each a little later than the one before. */
  private static final long NEWS_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final int MAX_PATIENCE = 64;

  private final Duration longestPause;
  private double most;
  private double limit;
  private double bound;
  private double leastBound = 1;
  private boolean bounded;
  private long boundSince;
  private int patience = 1;
  private int answersOfBound;
  private double slowStartUntil;
  private double refusedAt;
  private int inFlight;
  private double shortestRoundTrip = MOST_SPACING_NANOS;
  private boolean decreased;
  private long lastDecrease;
  private boolean paused;
  private long pausedUntil;
  private long reportedUntil;
  private boolean spaced;
  private long spacedUntil;

  /**
   * Open, without a bound on pauses.
   *
   * @param most most requests in flight, at least 1
   */
  public Congestion(int most) {
    this(most, Duration.ofDays(1));
  }

  /**
   * Open.
   *
   * @param most most requests in flight, at least 1
   * @param longestPause a server that asks for a longer one is not heeded
   * @throws IllegalArgumentException if {@code most} is below 1
   */
  public Congestion(int most, Duration longestPause) {
    if (most < 1) {
      throw new IllegalArgumentException("a window admits at least one request, not " + most);
    }
    this.most = most;
    this.limit = most;
    this.bound = most;
    this.slowStartUntil = most;
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
  }

  /**
   * Takes note of an answer that was of use.
   *
   * @param http2 whether it came over HTTP/2
   * @param took from its request's start to its end
   */
  void succeeded(boolean http2, long took) {
    shortestRoundTrip = Math.min(shortestRoundTrip, (double) took);
    if (http2) {
      most = Math.min(most, MOST_STREAMS);
    }
    widen();
    boolean nearRefusal = limit > refusedAt * 0.75 && limit < refusedAt * 1.25;
    double step = nearRefusal ? CAREFUL_INCREASE : INCREASE;
    double increase = limit < slowStartUntil ? 1 : Math.min(1 / limit, step * Math.min(1, limit));
    limit = Math.min(Math.min(most, bound), limit + increase);
  }

  private void widen() {
    if (bound < most && ++answersOfBound >= patience * bound) {
      bound = Math.min(most, bound + 1);
      answersOfBound = 0;
    }
  }

  /**
   * Takes note of an answer that asks all requests to slow down.
   *
   * @param asked for how long; empty for as long as seems right
   * @param entered when its request started
   * @return for how long it closes the window from now on, if it was open, or stays closed for a
   *     second more at least than was returned last; else empty
   */
  Optional<Duration> slowDown(Optional<Duration> asked, long entered, long now) {
    Optional<Duration> heeded = asked.filter(wait -> wait.compareTo(longestPause) <= 0);
    if (heeded.isPresent()) {
      return pause(now, heeded.get());
    }
    halve(entered, now);
    return Optional.empty();
  }

  /**
   * Takes note of a request that failed because too many others were in flight. Requests sent
   * before the bound shrank first are the same burst.
   *
   * @param entered when it started
   */
  void tooManyAtOnce(long entered, long now) {
    boolean sameBurst = bounded && entered - boundSince < 0;
    if (!sameBurst) {
      leastBound = Math.max(1, Math.floor(Math.min(bound, inFlight) / 2));
      patience = Math.min(MAX_PATIENCE, 2 * patience);
      bounded = true;
      boundSince = now;
    }
    bound = Math.max(Math.min(bound, leastBound), Math.min(bound, inFlight - 1));
    limit = Math.min(limit, bound);
    answersOfBound = 0;
  }

  /** Requests sent before the last time are the same burst: it stops at one, and breathes once. */
  private void halve(long entered, long now) {
    boolean sameBurst = decreased && entered - lastDecrease < 0;
    double least = sameBurst ? 1 : Math.min(1, shortestRoundTrip / MOST_SPACING_NANOS);
    if (!sameBurst) {
      refusedAt = limit;
      spaced = true;
      spacedUntil = now + (long) MOST_SPACING_NANOS;
    }
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
    boolean news = wasOpen ? !wait.isZero() : until - reportedUntil >= NEWS_NANOS;
    reportedUntil = wasOpen || news ? until : reportedUntil;
    return news ? Optional.of(wait) : Optional.empty();
  }
}
