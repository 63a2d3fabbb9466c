package io.github.fetchcharacters.compare.measurement;

import io.github.fetchcharacters.compare.Series;
import java.util.List;

/** The modes did not do the same work, so that their times may not be compared. */
public final class UnequalWorkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // an immutable list of the JDK is serializable
  private final List<String> details;

  private final transient List<Series> measured;

  UnequalWorkException(String message, List<String> details) {
    this(message, details, List.of());
  }

  private UnequalWorkException(String message, List<String> details, List<Series> measured) {
    super(message);
    this.details = List.copyOf(details);
    this.measured = List.copyOf(measured);
  }

  /** The same, with what was measured until then. */
  UnequalWorkException after(List<Series> series) {
    return new UnequalWorkException(String.valueOf(getMessage()), details, series);
  }

  /** A line for each record concerned, naming it and the modes. */
  public List<String> details() {
    return details;
  }

  /** A series for each subject: without turns, or with one more than others, as far as it went. */
  public List<Series> measured() {
    return measured;
  }
}
