package io.github.fetchcharacters.retry;

import java.time.Duration;
import java.util.Optional;

/** Says of a failure whether to try again. Any other failure ends its call. */
public interface RetryHint {

  /** Whether the same attempt could succeed later. */
  boolean retryable();

  /**
   * Returns the wait that the server asked for, from the failure on (RFC 9110, section 10.2.3);
   * empty if it asked for none. Never negative.
   */
  Optional<Duration> retryAfter();

  /**
   * Returns the failure to report instead of this one if {@link #retryAfter()} exceeds the longest
   * wait.
   *
   * @param cap the longest wait
   */
  RuntimeException asksTooLong(Duration cap);
}
