package io.github.fetchcharacters.selection;

import io.github.fetchcharacters.terminal.TerminalText;

/** A token that is no id, no range and no list of them. The message names it. */
public final class InvalidIdException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String FORMS =
      "write a positive number (7), a range (1-20) or a list (1,10,100-120)";

  private final String word;

  /**
   * @param where the place of the token, which follows it in the message; empty if it is an
   *     argument
   */
  InvalidIdException(String token, String where) {
    this(token, where, "");
  }

  /**
   * @param fault what is wrong with it; empty where it is something else altogether
   */
  InvalidIdException(String token, String where, String fault) {
    super(message(token, where, fault));
    this.word = where.isEmpty() ? token : "";
  }

  /** The argument that is no id, which may be a mistyped command; empty for a part of one. */
  public String word() {
    return word;
  }

  private static String message(String token, String where, String fault) {
    return where.isEmpty() && token.startsWith("@")
        ? "cannot read the arguments file '" + token.substring(1) + "'"
        : "'"
            + TerminalText.escape(token)
            + "'"
            + where
            + " is not a character id: "
            + (fault.isEmpty() ? FORMS : fault);
  }
}
