package io.github.fetchcharacters.demo;

/** Reads numbers from a URL, which may have any length, without failing. */
final class WholeNumber {
  /** Stands for a text that is no whole number. */
  static final long NONE = -1;

  private static final long LARGEST = Integer.MAX_VALUE + 1L;

  private WholeNumber() {}

  /**
   * The number written in decimal digits, or {@link #NONE}. One above the range of {@code int}
   * comes back as one just above it.
   */
  static long parse(String text) {
    long number = text.isEmpty() ? NONE : 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      number = Math.min(number * 10 + digit, LARGEST);
    }
    return number;
  }
}
