package io.github.fetchcharacters.terminal;

import org.jline.utils.WCWidth;

/**
 * Counts the columns that a text takes on a terminal: two for a wide East Asian character (Unicode
 * Standard Annex 11) and an emoji, none for a combining mark. It counts characters that are shown
 * as one, such as a family joined of four emoji, as one (Unicode Standard Annex 29). A terminal
 * that knows no such sequences shows them wider.
 */
public final class TextColumns {

  /** More chars than any real sequence shown as one character has. */
  private static final int MAX_CLUSTER = 64;

  /** Below it there is no combining mark. */
  private static final char FIRST_COMBINING = '\u0300';

  private TextColumns() {}

  /**
   * Returns the columns of the text, {@code max + 1} for any number above: it reads only the
   * beginning of a long text.
   *
   * @param text without control characters
   */
  public static int count(String text, int max) {
    int columns = 0;
    for (int i = 0; i < text.length() && columns <= max; ) {
      int end = clusterEnd(text, i);
      columns += width(text, i, end);
      i = end;
    }
    return Math.min(columns, max + 1);
  }

  /**
   * Returns the text, or as much of its beginning as leaves room for the ellipsis. The characters
   * are limited, too: combining marks heaped on one another would cover other lines.
   *
   * @param max columns available, at least 1
   * @param ellipsis one column wide
   */
  public static String cut(String text, int max, String ellipsis) {
    long maxChars = (long) max * MAX_CLUSTER;
    if (text.length() <= maxChars && count(text, max) <= max) {
      return text;
    }
    int columns = 0;
    int end = 0;
    while (true) {
      int next = clusterEnd(text, end);
      columns += width(text, end, next);
      if (columns >= max || next > maxChars) {
        return text.substring(0, end) + ellipsis;
      }
      end = next;
    }
  }

  private static int clusterEnd(String text, int start) {
    boolean alone =
        text.charAt(start) < FIRST_COMBINING
            && (start + 1 == text.length() || text.charAt(start + 1) < FIRST_COMBINING);
    // The library would search all of the rest for each character.
    return alone ? start + 1 : start + WCWidth.charCountForGraphemeCluster(ahead(text, start), 0);
  }

  private static int width(String text, int start, int end) {
    boolean usual = end == start + 1 && text.charAt(start) < FIRST_COMBINING;
    return usual ? 1 : WCWidth.wcwidthForGraphemeCluster(text.substring(start, end), 0);
  }

  private static String ahead(String text, int start) {
    int end = Math.min(text.length(), start + MAX_CLUSTER);
    boolean splits = end < text.length() && java.lang.Character.isLowSurrogate(text.charAt(end));
    return text.substring(start, splits ? end - 1 : end);
  }
}
