package io.github.fetchcharacters.http;

import io.github.fetchcharacters.retry.RetryHint;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a request brought no usable record. The message is one line for people; it may quote the
 * server, control characters included.
 */
public abstract class ApiException extends RuntimeException implements RetryHint {

  private static final long serialVersionUID = 1L;

  private final boolean retryable;

  /**
   * @param retryable whether the same attempt could succeed later
   */
  protected ApiException(String message, @Nullable Throwable cause, boolean retryable) {
    super(message, cause);
    this.retryable = retryable;
  }

  @Override
  public final boolean retryable() {
    return retryable;
  }

  /** Empty, unless a server's answer says otherwise. */
  @Override
  public Optional<Duration> retryAfter() {
    return Optional.empty();
  }

  /** Itself, unless a server's answer can ask to wait. */
  @Override
  public RuntimeException asksTooLong(Duration cap) {
    return this;
  }

  /** Whether any other request would have failed in the same way. */
  public boolean concernsAll() {
    return false;
  }
}
