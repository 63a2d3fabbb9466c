package io.github.fetchcharacters.flow;

import io.github.bucket4j.Bucket;
import io.github.fetchcharacters.model.RateLimit;
import java.util.function.LongSupplier;

/** Spaces the starts of requests evenly: a token bucket that holds one token. */
public final class RequestRate {

  private RequestRate() {}

  /**
   * Reserves the next start and tells how many nanoseconds from now it is, at most 0 for at once.
   * Safe for use by many threads.
   */
  public static LongSupplier pace(RateLimit rate) {
    Bucket bucket =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(1).refillGreedy(rate.permits(), rate.per()))
            .build();
    return () -> bucket.consumeIgnoringRateLimits(1);
  }
}
