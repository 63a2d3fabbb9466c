package io.github.fetchcharacters.api;

import java.util.List;

/** Words for many ids at once. */
final class IdRanges {

  private IdRanges() {}

  /** {@code 1-20,7,9999}: neighbours joined, the order kept. */
  static String inWords(List<Long> ids) {
    StringBuilder words = new StringBuilder();
    int start = 0;
    for (int end = 1; end <= ids.size(); end++) {
      if (end == ids.size() || ids.get(end) != ids.get(end - 1) + 1) {
        words.append(start == 0 ? "" : ",").append(ids.get(start));
        words.append(end - start > 1 ? "-" + ids.get(end - 1) : "");
        start = end;
      }
    }
    return words.toString();
  }
}
