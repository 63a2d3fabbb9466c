package io.github.fetchcharacters.api;

import org.jspecify.annotations.Nullable;

/** The server answered 200 with a body that is not the record asked for. */
public final class DecodeException extends ApiException {

  private static final long serialVersionUID = 1L;

  private DecodeException(String message, @Nullable Throwable cause, boolean retryable) {
    super(message, cause, retryable);
  }

  /** A body that is cut short or is no JSON: the next answer may be whole. */
  static DecodeException malformed(String message, @Nullable Throwable cause) {
    return new DecodeException(message, cause, true);
  }

  /** Well-formed JSON that is no record, or another one: the server means it. */
  static DecodeException unusable(String message) {
    return new DecodeException(message, null, false);
  }
}
