package io.github.fetchcharacters.compare;

import java.util.List;

/** The modes did not do the same work, so that their times may not be compared. */
public final class UnequalWorkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // an immutable list of the JDK is serializable
  private final List<String> details;

  UnequalWorkException(String message, List<String> details) {
    super(message);
    this.details = List.copyOf(details);
  }

  /** A line for each record concerned, naming it and the modes. */
  public List<String> details() {
    return details;
  }
}
