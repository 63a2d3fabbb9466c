package io.github.fetchcharacters.http;

import io.github.fetchcharacters.retry.RetryHint;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a request brought no usable record. The message is one line for people; it may quote the
 * server, control characters included.
 */
public abstract class ApiException extends RuntimeException implements RetryHint {

  private static final long serialVersionUID = 1L;

  /** A server may ask to wait for longer: a Retry-After has any number of digits. */
  private static final Duration MAX_IN_FIGURES = Duration.ofDays(36_525);

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

  /**
   * Writes a duration with the units of the command line: {@code 0.25s}, {@code 1m30s}, {@code
   * 24h}, {@code 2d}; one beyond 100 years in words.
   */
  public static String inWords(Duration duration) {
    if (duration.compareTo(MAX_IN_FIGURES) > 0) {
      return "more than 100 years";
    }
    long days = duration.toDays();
    return days < 2 ? inHours(duration) : days + "d" + restInHours(duration.minusDays(days));
  }

  private static String restInHours(Duration rest) {
    return rest.isZero() ? "" : inHours(rest);
  }

  private static String inHours(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
