package io.github.fetchcharacters.cli;

import java.util.List;

/** The commands beside fetching. */
final class CommandNames {

  private static final List<String> NAMES = List.of("compare", "serve", "generate-completion");

  private CommandNames() {}

  /** Asks whether a word that is no id was to be a command; empty where it resembles none. */
  static String question(String word) {
    String nearest = isWord(word) ? Nearest.to(word, NAMES) : null;
    return nearest == null ? "" : "; did you mean 'fetch-characters " + nearest + "'?";
  }

  private static boolean isWord(String word) {
    return !word.isEmpty() && Character.isLetter(word.charAt(0));
  }
}
