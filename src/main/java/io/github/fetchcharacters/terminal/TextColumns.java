package io.github.fetchcharacters.terminal;

import org.jline.utils.WCWidth;

/**
 * How many columns of a terminal a text takes: two for a wide East Asian character (Unicode
 * Standard Annex 11) and an emoji, none for a combining mark; what is shown as one character, such
 * as a family joined of four emoji, is counted as one (Unicode Standard Annex 29). A terminal that
 * knows no such sequences shows them wider.
 */
public final class TextColumns {

  /** More than any sequence that is shown as one character has in earnest. */
  private static final int LONGEST_CLUSTER = 64;

  /** Below it there is no combining mark. */
  private static final char FIRST_COMBINING = '\u0300';

  private TextColumns() {}

  /**
   * The columns of the text, and {@code most + 1} as soon as it takes more: of a text without end
   * only its beginning is looked at.
   *
   * @param text without control characters
   */
  public static int count(String text, int most) {
    int columns = 0;
    for (int i = 0; i < text.length() && columns <= most; ) {
      int end = clusterEnd(text, i);
      columns += width(text, i, end);
      i = end;
    }
    return Math.min(columns, most + 1);
  }

  /**
   * The text, or as much of its beginning as leaves room for the ellipsis. What takes no column is
   * not shown without end, either: marks heaped on one another would cover other lines.
   *
   * @param most columns that there are, at least 1
   * @param ellipsis one column wide
   */
  public static String cut(String text, int most, String ellipsis) {
    long mostChars = (long) most * LONGEST_CLUSTER;
    if (text.length() <= mostChars && count(text, most) <= most) {
      return text;
    }
    int columns = 0;
    int end = 0;
    while (true) {
      int next = clusterEnd(text, end);
      columns += width(text, end, next);
      if (columns >= most || next > mostChars) {
        return text.substring(0, end) + ellipsis;
      }
      end = next;
    }
  }

  private static int clusterEnd(String text, int start) {
    boolean alone =
        text.charAt(start) < FIRST_COMBINING
            && (start + 1 == text.length() || text.charAt(start + 1) < FIRST_COMBINING);
    // The rest of the text as a whole would be searched through for each character.
    return alone ? start + 1 : start + WCWidth.charCountForGraphemeCluster(ahead(text, start), 0);
  }

  private static int width(String text, int start, int end) {
    boolean usual = end == start + 1 && text.charAt(start) < FIRST_COMBINING;
    return usual ? 1 : WCWidth.wcwidthForGraphemeCluster(text.substring(start, end), 0);
  }

  private static String ahead(String text, int start) {
    int end = Math.min(text.length(), start + LONGEST_CLUSTER);
    boolean splits = end < text.length() && java.lang.Character.isLowSurrogate(text.charAt(end));
    return text.substring(start, splits ? end - 1 : end);
  }
}
