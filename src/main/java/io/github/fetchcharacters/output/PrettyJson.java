package io.github.fetchcharacters.output;

import org.jspecify.annotations.Nullable;

/**
 * Lays out a record of a JSON array for a terminal as jq does: a member or an element a line, two
 * blanks for each level, and the colours of jq 1.7 for keys, strings and null.
 *
 * @param coloured whether to colour them
 */
public record PrettyJson(boolean coloured) {

  private static final String KEY = "34;1";
  private static final String STRING = "0;32";
  private static final String NULL = "1;30";
  private static final String BLANKS = "  ";

  /**
   * Returns the lines of one element of the array, without an end.
   *
   * @param json a JSON text without white space between its tokens
   */
  String of(String json) {
    StringBuilder text = new StringBuilder(BLANKS);
    String levels = BLANKS;
    for (int i = 0; i < json.length(); ) {
      char c = json.charAt(i);
      int end = tokenEnd(json, i);
      if ((c == '{' || c == '[') && !closes(json, end)) {
        levels += BLANKS;
        text.append(c).append('\n').append(levels);
      } else if (closes(json, i) && !opens(json, i - 1)) {
        levels = levels.substring(BLANKS.length());
        text.append('\n').append(levels).append(c);
      } else if (c == ',') {
        text.append(",\n").append(levels);
      } else {
        append(text, json, i, end);
      }
      i = end;
    }
    return text.toString();
  }

  private void append(StringBuilder text, String json, int start, int end) {
    String token = json.substring(start, end);
    String sgr = coloured ? sgr(token, end < json.length() && json.charAt(end) == ':') : null;
    text.append(sgr == null ? token : "\u001B[" + sgr + "m" + token + "\u001B[0m");
    if (token.equals(":")) {
      text.append(' ');
    }
  }

  private static @Nullable String sgr(String token, boolean key) {
    return switch (token.charAt(0)) {
      case '"' -> key ? KEY : STRING;
      case 'n' -> NULL;
      default -> null;
    };
  }

  /** The end of a string, of a number or a literal, or of a mark between these. */
  private static int tokenEnd(String json, int start) {
    int end = start + 1;
    if (json.charAt(start) == '"') {
      while (json.charAt(end) != '"') {
        end += json.charAt(end) == '\\' ? 2 : 1;
      }
      return end + 1;
    }
    while (!isMark(json.charAt(start)) && end < json.length() && !isMark(json.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isMark(char c) {
    return "{}[],:\"".indexOf(c) >= 0;
  }

  private static boolean opens(String json, int at) {
    return json.charAt(at) == '{' || json.charAt(at) == '[';
  }

  private static boolean closes(String json, int at) {
    return json.charAt(at) == '}' || json.charAt(at) == ']';
  }
}
