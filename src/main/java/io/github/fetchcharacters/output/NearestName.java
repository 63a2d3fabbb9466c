package io.github.fetchcharacters.output;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant who wrote a name that does not exist. */
final class NearestName {

  private NearestName() {}

  /**
   * The name that takes the fewest letters added, left out or replaced, case aside; none where that
   * is every letter, or more than a third of them and more than two.
   *
   * @param names at least one; the first of equals is taken
   */
  static Optional<String> to(String wrong, List<String> names) {
    int nearest = Math.min(wrong.length(), Math.max(2, wrong.length() / 3) + 1);
    String found = null;
    for (String name : names) {
      int distance = distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < nearest) {
        nearest = distance;
        found = name;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Levenshtein's, a row of the table at a time. */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    Arrays.setAll(above, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
