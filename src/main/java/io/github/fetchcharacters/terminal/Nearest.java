package io.github.fetchcharacters.terminal;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the known word that is closest to a mistyped one. */
public final class Nearest {

  private static final int MIN_PREFIX = 3;

  private Nearest() {}

  /**
   * Returns the known word with the fewest changes, at most one for every three characters; else
   * the shortest that begins with this word; null where none is near. Case does not count.
   */
  public static @Nullable String to(String word, Collection<String> known) {
    String given = word.toLowerCase(Locale.ROOT);
    String nearest = null;
    int min = Math.max(1, given.length() / 3) + 1;
    for (String candidate : known) {
      int changes = changes(given, candidate.toLowerCase(Locale.ROOT));
      if (changes < min && changes < candidate.length()) {
        nearest = candidate;
        min = changes;
      }
    }
    return nearest != null ? nearest : completed(given, known);
  }

  /** Returns a question for the end of a message; empty where nothing is near. */
  public static String question(String word, Collection<String> known) {
    String nearest = to(word, known);
    return nearest == null ? "" : "; did you mean '" + nearest + "'?";
  }

  private static @Nullable String completed(String given, Collection<String> known) {
    String shortest = null;
    for (String candidate : known) {
      if (given.length() >= MIN_PREFIX
          && candidate.toLowerCase(Locale.ROOT).startsWith(given)
          && (shortest == null || candidate.length() < shortest.length())) {
        shortest = candidate;
      }
    }
    return shortest;
  }

  /**
   * The optimal string alignment distance: characters inserted, deleted, replaced or swapped with a
   * neighbour, none of them twice.
   */
  private static int changes(String from, String to) {
    int[][] distances = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        distances[i][j] = i == 0 || j == 0 ? i + j : min(distances, from, i, to, j);
      }
    }
    return distances[from.length()][to.length()];
  }

  private static int min(int[][] distances, String from, int i, String to, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int min =
        Math.min(
            Math.min(distances[i - 1][j], distances[i][j - 1]) + 1,
            distances[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(min, distances[i - 2][j - 2] + 1) : min;
  }
}
