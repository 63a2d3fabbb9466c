package io.github.fetchcharacters.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The pause that a server asks for, and the part of it that the user has heard of. Pure
 * bookkeeping, given the time; <em>not</em> safe for use by many threads.
 */
final class ServerPause {

  /** Answers to one burst ask for the same pause, each a little later than the last. */
  private static final long NEWS_NANOS = TimeUnit.SECONDS.toNanos(1);

  private boolean asked;
  private long until;
  private long reportedUntil;

  /** Nanoseconds until its end; zero or less for none. */
  long left(long now) {
    return asked ? until - now : 0;
  }

  /**
   * Begins the pause, or extends it; it never ends sooner than before.
   *
   * @param wait from now on
   * @return the wait if it is news: if none was left, or if it ends at least a second after the
   *     last that was returned
   */
  Optional<Duration> extend(Duration wait, long now) {
    boolean begins = left(now) <= 0;
    long end = now + wait.toNanos();
    until = begins || end - until > 0 ? end : until;
    asked = true;
    boolean news = begins ? !wait.isZero() : end - reportedUntil >= NEWS_NANOS;
    reportedUntil = begins || news ? end : reportedUntil;
    return news ? Optional.of(wait) : Optional.empty();
  }
}
