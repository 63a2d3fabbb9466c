package io.github.fetchcharacters.codec;

import io.github.fetchcharacters.http.ApiException;
import org.jspecify.annotations.Nullable;

/** The server answered 200 with another body than the record asked for. */
public final class DecodeException extends ApiException {

  private static final long serialVersionUID = 1L;

  private final boolean foreign;

  private DecodeException(
      String message, @Nullable Throwable cause, boolean retryable, boolean foreign) {
    super(message, cause, retryable);
    this.foreign = foreign;
  }

  /** Whether the answer belongs to another request, and so may any other on its connection. */
  public boolean isForeign() {
    return foreign;
  }

  /** A body that is cut short or is no JSON: the next answer may be whole. */
  static DecodeException malformed(String message, @Nullable Throwable cause) {
    return new DecodeException(message, cause, true, false);
  }

  /** Well-formed JSON that is no record: the next answer would be the same. */
  static DecodeException unusable(String message) {
    return new DecodeException(message, null, false, false);
  }

  /** Two records of one id that say different things. */
  static DecodeException ambiguous(long id) {
    return unusable("the answer has two different records with id " + id);
  }

  /** The record of another id than the one asked for. */
  static DecodeException ofAnother(long id) {
    return new DecodeException("the answer is the record of another id, " + id, null, false, true);
  }
}
