package io.github.fetchcharacters.model;

/** Shortens a text from elsewhere for a message. */
public final class Quote {

  /** Enough for a sentence, too little for a page of HTML. */
  private static final int MAX = 200;

  private Quote() {}

  /** Shortens the text to a sentence. */
  public static String of(String text) {
    return of(text, MAX);
  }

  /**
   * Shortens the text; keeps the halves of a character together.
   *
   * @param max bound in UTF-16 code units, at least 2
   */
  public static String of(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    boolean between = java.lang.Character.isHighSurrogate(text.charAt(max - 1));
    return text.substring(0, between ? max - 1 : max) + "…";
  }
}
