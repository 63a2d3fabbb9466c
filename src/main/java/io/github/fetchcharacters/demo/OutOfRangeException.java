package io.github.fetchcharacters.demo;

import java.util.Locale;

/**
 * A component of {@link DemoSettings} is out of range. The message names it, its range and the
 * value of a number.
 */
public final class OutOfRangeException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final Component component;

  /** The components with a range of their own here. */
  public enum Component {
    PORT,
    LATENCY,
    JITTER,
    CHARACTERS,
    ERROR_RATE,
    RESET_RATE,
    RETRY_AFTER;

    /** The name in messages: {@code error rate}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  OutOfRangeException(Component component, String message) {
    super(message);
    this.component = component;
  }

  /** The component out of range; of two that are too much together the second. */
  public Component component() {
    return component;
  }
}
