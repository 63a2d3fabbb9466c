package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.output.TerminalText;

/** A token that is no id, no range and no list of them. The message names it. */
final class InvalidIdException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidIdException(String token, String where) {
    super(UrlText.withoutSecrets(message(token, where)));
  }

  private static String message(String token, String where) {
    return where.isEmpty() && token.startsWith("@")
        ? "cannot read the arguments file '" + token.substring(1) + "'"
        : "'"
            + TerminalText.escape(token)
            + "'"
            + where
            + " is not a character id: write a positive number (7), a range (1-20) or a list (1,10,100-120)"
            + (where.isEmpty() ? CommandNames.question(token) : "");
  }
}
