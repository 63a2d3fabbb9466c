package io.github.fetchcharacters.http;

import io.github.fetchcharacters.model.InWords;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server, or a proxy before it, answered with another status than 200. */
public final class StatusException extends ApiException {

  private static final long serialVersionUID = 1L;

  /** RFC 9110, section 15.5.8. */
  public static final int PROXY_AUTHENTICATION_REQUIRED = 407;

  private final int status;
  private final @Nullable Duration retryAfter;
  private final boolean ofProxy;

  /**
   * @param status the status code
   * @param text the server's words, or the status's standard phrase
   * @param retryAfter the wait that the server asked for, not negative; null for none
   */
  public StatusException(int status, String text, @Nullable Duration retryAfter) {
    this(status, text.isEmpty() ? "" + status : status + " " + text, retryAfter, false);
  }

  private StatusException(
      int status, String message, @Nullable Duration retryAfter, boolean ofProxy) {
    super(message, null, worthAnotherTry(status));
    this.status = status;
    this.retryAfter = retryAfter;
    this.ofProxy = ofProxy;
  }

  private StatusException(StatusException original, String advice) {
    super(original.getMessage() + advice, original, false);
    this.status = original.status;
    this.retryAfter = original.retryAfter;
    this.ofProxy = original.ofProxy;
  }

  /**
   * The answer of a proxy instead of the server: 407, or any to CONNECT. Its status decides like a
   * server's whether to try again, but says nothing of the character asked for. Some proxies answer
   * 401 to a wrong password (tinyproxy 1.11).
   */
  public static StatusException ofProxy(int status, HttpSettings.Proxy proxy) {
    String what = "did not connect";
    if (status == PROXY_AUTHENTICATION_REQUIRED || status == 401) {
      what =
          proxy.authorization() == null
              ? "asks for a user and a password (--proxy=http://user:password@" + proxy + ")"
              : "does not accept the user and password";
    }
    String message = "the proxy " + proxy + " " + what + ": " + StatusPhrase.withStatus(status);
    return new StatusException(status, message, null, true);
  }

  /** The API's answer to an unknown id, for answers that leave such ids out. */
  public static StatusException characterNotFound() {
    return new StatusException(Reply.NOT_FOUND, "Character not found", null);
  }

  /** The HTTP status code. */
  public int status() {
    return status;
  }

  /**
   * Whether the server asks all requests to wait, not this one alone: 429 (RFC 6585, section 4),
   * and 503 with a Retry-After (RFC 9110, section 15.6.4).
   */
  public boolean asksToSlowDown() {
    return status == 429 || (status == 503 && retryAfter != null);
  }

  @Override
  public boolean concernsAll() {
    return ofProxy || asksToSlowDown() || status == 401 || status == 403 || status == 407;
  }

  @Override
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  @Override
  public RuntimeException asksTooLong(Duration cap) {
    return new StatusException(
        this,
        "; the server asks to wait "
            + InWords.duration(retryAfter().orElse(cap))
            + ", longer than --retry-max-delay="
            + InWords.duration(cap)
            + " allows");
  }

  /**
   * Whether a status means "later": RFC 9110 (408, 500, 502, 503, 504), RFC 8470 (425), RFC 6585
   * (429).
   */
  static boolean worthAnotherTry(int status) {
    return switch (status) {
      case 408, 425, 429, 500, 502, 503, 504 -> true;
      default -> false;
    };
  }
}
