package io.github.fetchcharacters.api;

import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.ResourceLimits;
import io.github.fetchcharacters.retry.RetryPolicy;

/**
 * An {@link Error} ended an attempt: the stack or the memory did not suffice for one answer, or a
 * class did not load. It costs this call alone, without another attempt, since the same answer
 * would end in the same way.
 */
public final class AttemptErrorException extends ApiException {

  private static final long serialVersionUID = 1L;

  private AttemptErrorException(Error error) {
    super(inWords(error), error, false);
  }

  /**
   * Returns the failure to report of a call; an error becomes a failure like others. A thread that
   * the system refuses is no fault of the answer, and the call may succeed later.
   */
  public static RuntimeException orItself(Throwable thrown) {
    Throwable cause = RetryPolicy.causeOf(thrown);
    if (ResourceLimits.outOfThreads(cause)) {
      return ResourceLimits.noThreads(cause);
    }
    if (cause instanceof Error error) {
      return new AttemptErrorException(error);
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }

  private static String inWords(Error error) {
    String what =
        error instanceof StackOverflowError || error instanceof OutOfMemoryError
            ? "the answer was too much for this program ("
            : "this program failed on it (";
    return what + error.getClass().getSimpleName() + ")";
  }
}
