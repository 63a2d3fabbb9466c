package io.github.fetchcharacters.retry;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure with the hints that a test chooses. */
final class HintedFailure extends RuntimeException implements RetryHint {

  private static final long serialVersionUID = 1L;

  private final boolean retryable;
  private final @Nullable Duration retryAfter;

  private HintedFailure(String message, boolean retryable, @Nullable Duration retryAfter) {
    super(message);
    this.retryable = retryable;
    this.retryAfter = retryAfter;
  }

  static HintedFailure passing(String message) {
    return new HintedFailure(message, true, null);
  }

  static HintedFailure lasting(String message) {
    return new HintedFailure(message, false, null);
  }

  static HintedFailure askingFor(Duration wait) {
    return new HintedFailure("asks for " + wait, true, wait);
  }

  @Override
  public boolean retryable() {
    return retryable;
  }

  @Override
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  @Override
  public RuntimeException asksTooLong(Duration cap) {
    return lasting(getMessage() + ", more than " + cap);
  }
}
