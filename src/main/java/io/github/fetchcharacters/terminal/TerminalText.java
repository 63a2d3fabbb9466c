package io.github.fetchcharacters.terminal;

import java.lang.Character.UnicodeScript;

/**
 * Makes text from a server safe to show: escapes characters that control a terminal, end a line,
 * turn the writing direction or are invisible.
 */
public final class TerminalText {

  private TerminalText() {}

  /**
   * Returns the text on one line: each unsafe character, line ends included, as {@code \}{@code
   * uXXXX}, all others unchanged.
   */
  public static String escape(String text) {
    int safe = safeEnd(text, 0);
    return safe == text.length() ? text : escapeFrom(text, safe);
  }

  private static String escapeFrom(String text, int first) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    int start = 0;
    for (int unsafe = first; unsafe < text.length(); unsafe = safeEnd(text, start)) {
      escaped.append(text, start, unsafe);
      start = appendEscape(escaped, text, unsafe);
    }
    return escaped.append(text, start, text.length()).toString();
  }

  /**
   * The index of the first unsafe character from {@code start} on; the text's length without one.
   */
  private static int safeEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int next = shownEnd(text, end);
      if (next == end) {
        return end;
      }
      end = next;
    }
    return end;
  }

  /**
   * Returns the end of the safe character at {@code start}, with the selectors and joined
   * characters that a terminal shows as one with it; {@code start} itself for an unsafe one.
   */
  public static int shownEnd(String text, int start) {
    char first = text.charAt(start);
    boolean ends = start + 1 == text.length() || text.charAt(start + 1) < 0xAD;
    if (first >= 0x20 && first < 0x7F && ends) {
      return start + 1;
    }
    int c = text.codePointAt(start);
    if (isUnsafe(c)) {
      return start;
    }
    int emojiEnd = EmojiSequence.end(text, start);
    return emojiEnd > start
        ? emojiEnd
        : selectorEnd(text, c, start + java.lang.Character.charCount(c));
  }

  /**
   * C0 and C1 controls and DEL (ECMA-48), the line and paragraph separators, and what is invisible,
   * the bidirectional controls among it (Unicode Standard Annex 9). Half a surrogate pair is no
   * character and has no UTF-8.
   */
  private static boolean isUnsafe(int c) {
    return c < 0x20
        || (c >= 0x7F && c <= 0x9F)
        || (c >= 0x2028 && c <= 0x2029)
        || (c >= java.lang.Character.MIN_SURROGATE && c <= java.lang.Character.MAX_SURROGATE)
        || IgnorableCodePoints.contain(c);
  }

  /**
   * The index behind a selector that chooses a form of the character before it; {@code at} without
   * one.
   */
  private static int selectorEnd(String text, int base, int at) {
    if (at == text.length()) {
      return at;
    }
    int selector = text.codePointAt(at);
    return selects(base, selector) ? at + java.lang.Character.charCount(selector) : at;
  }

  /** Ideographs and Mongolian letters have forms to choose from (StandardizedVariants.txt). */
  private static boolean selects(int base, int selector) {
    if ((selector >= 0xFE00 && selector <= 0xFE02)
        || (selector >= 0xE0100 && selector <= 0xE01EF)) {
      return java.lang.Character.isIdeographic(base);
    }
    return ((selector >= 0x180B && selector <= 0x180D) || selector == 0x180F)
        && java.lang.Character.isLetter(base)
        && UnicodeScript.of(base) == UnicodeScript.MONGOLIAN;
  }

  /**
   * Appends the escape of the character at this index; beyond the first 65,536 characters one for
   * each half, as in JSON.
   *
   * @return the end of the character
   */
  public static int appendEscape(StringBuilder out, String text, int at) {
    int end = at + java.lang.Character.charCount(text.codePointAt(at));
    for (int i = at; i < end; i++) {
      out.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.append(java.lang.Character.forDigit((text.charAt(i) >> shift) & 0xF, 16));
      }
    }
    return end;
  }
}
