package io.github.fetchcharacters.output;

import io.github.fetchcharacters.terminal.TerminalText;

/** A JSON text on one line, otherwise as it was received. */
final class JsonText {

  private JsonText() {}

  /**
   * Leaves out white space between tokens and escapes, inside strings, what a terminal would act on
   * and what is invisible (RFC 8259, section 7, allows to escape any character). Members, their
   * order, numbers and existing escapes stay letter for letter.
   *
   * @param json a well-formed JSON text
   */
  static String onOneLine(String json) {
    StringBuilder line = new StringBuilder(json.length() + 16);
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inString && c == '\\') {
        line.append(c).append(json.charAt(++i));
      } else if (inString && c != '"') {
        i = appendShown(line, json, i) - 1;
      } else if (inString || !isSpace(c)) {
        line.append(c);
        inString ^= c == '"';
      }
    }
    return line.toString();
  }

  /** Appends one character or its escape; returns the end of the character. */
  private static int appendShown(StringBuilder line, String json, int start) {
    int end = TerminalText.shownEnd(json, start);
    if (end == start) {
      return TerminalText.appendEscape(line, json, start);
    }
    line.append(json, start, end);
    return end;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
}
