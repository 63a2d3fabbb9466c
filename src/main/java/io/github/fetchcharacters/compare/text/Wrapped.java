package io.github.fetchcharacters.compare.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines between words. */
final class Wrapped {

  private Wrapped() {}

  /**
   * The lines.
   *
   * @param text words with single spaces; a number stays with its percent sign
   * @param width most characters of a line; a longer word has one of its own
   */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" (?!%)", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
