package io.github.fetchcharacters.model;

import java.util.OptionalLong;

/**
 * Numbers written in ASCII digits alone. Java's own readers take a sign and the digits of every
 * script, which neither the API nor HTTP has (DIGIT in RFC 5234, appendix B.1).
 */
public final class Digits {

  private Digits() {}

  /**
   * The number; empty if the text holds anything but digits, none, or too many of them.
   *
   * @param max max number of digits, leading zeros included, 1 to 18: so many always fit a {@code
   *     long}
   */
  public static OptionalLong read(String text, int max) {
    return text.isEmpty() || text.length() > max || !areAll(text)
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(text));
  }

  /** Whether the text holds nothing but digits; true of an empty one. */
  public static boolean areAll(String text) {
    return text.chars().allMatch(Digits::isDigit);
  }

  /** Whether the character is a digit. */
  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
