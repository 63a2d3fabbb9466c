package io.github.fetchcharacters.output;

/**
 * Text from a server, made safe to show: what would steer a terminal, end a line or turn the
 * writing direction is shown as an escape.
 */
public final class TerminalText {

  private TerminalText() {}

  /**
   * The text with each unsafe character as {@code \}{@code uXXXX}; all else, line ends included, as
   * it was or escaped so that the result is one line.
   */
  public static String escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnsafeAt(text, i)) {
        return escapeFrom(text, i);
      }
    }
    return text;
  }

  private static String escapeFrom(String text, int first) {
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      if (isUnsafeAt(text, i)) {
        appendEscape(escaped, text.charAt(i));
      } else {
        escaped.append(text.charAt(i));
      }
    }
    return escaped.toString();
  }

  private static boolean isUnsafeAt(String text, int i) {
    char c = text.charAt(i);
    if (!java.lang.Character.isSurrogate(c)) {
      return isUnsafe(c);
    }
    // Half a pair is no character and has no UTF-8.
    return java.lang.Character.isHighSurrogate(c)
        ? i + 1 == text.length() || !java.lang.Character.isLowSurrogate(text.charAt(i + 1))
        : i == 0 || !java.lang.Character.isHighSurrogate(text.charAt(i - 1));
  }

  /**
   * C0 and C1 controls and DEL (ECMA-48), the line and paragraph separators, and the bidirectional
   * controls (Unicode Standard Annex 9).
   */
  static boolean isUnsafe(char c) {
    return c < 0x20
        || (c >= 0x7F && c <= 0x9F)
        || c == 0x061C
        || (c >= 0x200E && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xFEFF;
  }

  static void appendEscape(StringBuilder out, char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(java.lang.Character.forDigit((c >> shift) & 0xF, 16));
    }
  }
}
