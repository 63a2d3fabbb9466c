package io.github.fetchcharacters.flow;

import io.github.bucket4j.Bucket;
import io.github.fetchcharacters.model.RateLimit;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Spaces the starts of requests evenly: a token bucket that holds one token. A start given back is
 * free again unless a later one is reserved; before a reserved one it stays a gap. Safe for use by
 * many threads.
 */
public final class RequestRate implements Pace {

  /**
   * Gaps that are remembered; more than requests are in flight. A gap is of use only until a later
   * start is used, so that the oldest one goes first.
   */
  private static final int MAX_GAPS = 1000;

  private final Bucket bucket;
  private final NavigableSet<Long> gaps = new TreeSet<>();

  /** The number of the last reserved start. */
  private long last;

  /** Makes a rate whose first start is at once. */
  public RequestRate(RateLimit rate) {
    this.bucket =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(1).refillGreedy(rate.permits(), rate.per()))
            .build();
  }

  @Override
  public synchronized Start reserve() {
    long number = ++last;
    return new Start(bucket.consumeIgnoringRateLimits(1), () -> giveBack(number));
  }

  private synchronized void giveBack(long number) {
    gaps.add(number);
    while (gaps.remove(last)) {
      last--;
      bucket.addTokens(1);
    }
    if (gaps.size() > MAX_GAPS) {
      gaps.pollFirst();
    }
  }
}
