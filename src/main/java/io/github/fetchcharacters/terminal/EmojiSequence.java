package io.github.fetchcharacters.terminal;

/**
 * Emoji written with invisible characters: joined by U+200D, with a variation selector, or a flag
 * with tags (Unicode Technical Standard 51, section 1.4). Recognizes emoji by block and category:
 * Java's tables have them only from JDK 21 on, and not those of later years.
 */
final class EmojiSequence {

  private static final char JOINER = '\u200D';
  private static final char KEYCAP = '\u20E3';
  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int CANCEL_TAG = 0xE007F;

  /** A region and a subdivision, as in "gbsct"; more would hide a message. */
  private static final int MAX_TAGS = 6;

  /** Emoji that are neither symbols nor in the blocks of emoji. */
  private static final String OTHERS = "‼⁉ℹ〰〽";

  private EmojiSequence() {}

  /** Returns the end of the sequence at {@code start}; {@code start} itself without one. */
  static int end(String text, int start) {
    if (!startsAt(text, start)) {
      return isKeycap(text, start) ? start + 3 : start;
    }
    int end = elementEnd(text, start);
    while (isAt(text, end, JOINER) && startsAt(text, end + 1)) {
      end = elementEnd(text, end + 1);
    }
    return end;
  }

  private static boolean startsAt(String text, int at) {
    return at < text.length() && isPictograph(text.codePointAt(at));
  }

  private static boolean isPictograph(int c) {
    if (c < 0xA9) {
      return false;
    }
    int type = java.lang.Character.getType(c);
    return (c >= 0x1F000 && c <= 0x1FAFF)
        || type == java.lang.Character.OTHER_SYMBOL
        || type == java.lang.Character.MATH_SYMBOL
        || OTHERS.indexOf(c) >= 0;
  }

  /** A digit, # or *, then a selector, then the key around it. */
  private static boolean isKeycap(String text, int start) {
    return "0123456789#*".indexOf(text.charAt(start)) >= 0
        && isAt(text, start + 1, '\uFE0F')
        && isAt(text, start + 2, KEYCAP);
  }

  private static int elementEnd(String text, int start) {
    int base = text.codePointAt(start);
    int end = start + java.lang.Character.charCount(base);
    if (isAt(text, end, '\uFE0E') || isAt(text, end, '\uFE0F')) {
      end++;
    } else if (end < text.length() && isSkinTone(text.codePointAt(end))) {
      end += 2;
    }
    return base == BLACK_FLAG ? tagsEnd(text, end) : end;
  }

  private static boolean isSkinTone(int c) {
    return c >= 0x1F3FB && c <= 0x1F3FF;
  }

  private static int tagsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isTag(text.codePointAt(end))) {
      end += 2;
    }
    boolean whole = end < text.length() && text.codePointAt(end) == CANCEL_TAG;
    return whole && end > start && end - start <= 2 * MAX_TAGS ? end + 2 : start;
  }

  /** Whether it is the tag of a digit or a small letter. */
  private static boolean isTag(int c) {
    return (c >= 0xE0030 && c <= 0xE0039) || (c >= 0xE0061 && c <= 0xE007A);
  }

  private static boolean isAt(String text, int at, char c) {
    return at < text.length() && text.charAt(at) == c;
  }
}
