package io.github.fetchcharacters.retry;

import java.time.Duration;
import java.util.Optional;

/**
 * What a failure itself says of trying again. A failure that does not implement this is never tried
 * again.
 */
public interface RetryHint {

  /** Tells whether the same attempt could succeed later. */
  boolean retryable();

  /**
   * The wait the server asked for, counted from the moment of the failure (RFC 9110, section
   * 10.2.3); empty where it asked for none. Never negative.
   */
  Optional<Duration> retryAfter();

  /**
   * The failure to report instead of this one when {@link #retryAfter()} is longer than any wait
   * may be.
   *
   * @param cap the longest wait allowed
   */
  RuntimeException asksTooLong(Duration cap);
}
