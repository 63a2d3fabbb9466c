package io.github.fetchcharacters.terminal;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word that somebody may have meant. */
public final class Nearest {

  private static final int SHORTEST_PREFIX = 3;

  private Nearest() {}

  /**
   * The known word that takes the fewest changes, at most one for every three characters; else the
   * shortest that begins like this one; null where none is near. Case does not count.
   */
  public static @Nullable String to(String word, Collection<String> known) {
    String given = word.toLowerCase(Locale.ROOT);
    String nearest = null;
    int least = Math.max(1, given.length() / 3) + 1;
    for (String candidate : known) {
      int changes = changes(given, candidate.toLowerCase(Locale.ROOT));
      if (changes < least && changes < candidate.length()) {
        nearest = candidate;
        least = changes;
      }
    }
    return nearest != null ? nearest : completed(given, known);
  }

  /** A question to end a message with; empty where nothing is near. */
  public static String question(String word, Collection<String> known) {
    String nearest = to(word, known);
    return nearest == null ? "" : "; did you mean '" + nearest + "'?";
  }

  private static @Nullable String completed(String given, Collection<String> known) {
    String shortest = null;
    for (String candidate : known) {
      if (given.length() >= SHORTEST_PREFIX
          && candidate.toLowerCase(Locale.ROOT).startsWith(given)
          && (shortest == null || candidate.length() < shortest.length())) {
        shortest = candidate;
      }
    }
    return shortest;
  }

  /** Characters put in, left out, replaced or swapped with their neighbour, each once at most. */
  private static int changes(String from, String to) {
    int[][] least = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        least[i][j] = i == 0 || j == 0 ? i + j : cheapest(least, from, i, to, j);
      }
    }
    return least[from.length()][to.length()];
  }

  private static int cheapest(int[][] least, String from, int i, String to, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int cheapest =
        Math.min(
            Math.min(least[i - 1][j], least[i][j - 1]) + 1, least[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(cheapest, least[i - 2][j - 2] + 1) : cheapest;
  }
}
