package io.github.fetchcharacters.demo.character;

import io.github.fetchcharacters.model.Digits;
import java.util.OptionalLong;

/** Reads numbers as JavaScript does, in which the public API is written. Neither method fails. */
final class JsNumber {
  /** Any number of so many digits fits a {@code long}, the quick way. */
  private static final int MAX_LONG_DIGITS = 18;

  private JsNumber() {}

  /**
   * Reads as {@code Number(text)} does (ECMAScript, StringNumericLiteral): NaN for a text that is
   * no number as a whole, 0 for mere white space.
   */
  static double of(String text) {
    OptionalLong digits = Digits.read(text, MAX_LONG_DIGITS);
    if (digits.isPresent()) {
      return digits.getAsLong();
    }
    String number = trim(text);
    if (number.isEmpty()) {
      return 0;
    }
    int radix = radix(number);
    return radix == 10 ? decimal(number) : whole(number, 2, radix, true);
  }

  /**
   * Reads as {@code parseInt(text)} does: the whole number at the start, or NaN. It knows no
   * exponent, so that {@code 1e2} is 1 here and 100 to {@link #of}.
   */
  static double parseInt(String text) {
    String number = trim(text);
    boolean signed = number.startsWith("-") || number.startsWith("+");
    int start = signed ? 1 : 0;
    boolean hex = number.regionMatches(true, start, "0x", 0, 2);
    double value = whole(number, hex ? start + 2 : start, hex ? 16 : 10, false);
    return number.startsWith("-") ? -value : value;
  }

  /** Removes the white space of ECMAScript from both ends. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\ufeff'
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static int radix(String number) {
    if (number.length() < 2 || number.charAt(0) != '0') {
      return 10;
    }
    return switch (number.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }

  /** {@code Double} alone would accept {@code 1f}, {@code NaN} and hexadecimal fractions, too. */
  private static double decimal(String number) {
    if (number.endsWith("Infinity") && number.length() <= "+Infinity".length()) {
      return infinity(number);
    }
    for (int i = 0; i < number.length(); i++) {
      if ("0123456789+-.eE".indexOf(number.charAt(i)) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static double infinity(String number) {
    return switch (number) {
      case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.NaN;
    };
  }

  private static double whole(String number, int start, int radix, boolean entire) {
    double value = 0;
    int i = start;
    while (i < number.length() && digit(number.charAt(i), radix) >= 0) {
      value = value * radix + digit(number.charAt(i), radix);
      i++;
    }
    return i == start || (entire && i < number.length()) ? Double.NaN : value;
  }

  /** To JavaScript only the digits of ASCII are digits. */
  private static int digit(char c, int radix) {
    return c < 128 ? Character.digit(c, radix) : -1;
  }
}
