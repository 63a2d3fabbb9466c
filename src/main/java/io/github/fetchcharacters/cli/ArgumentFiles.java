package io.github.fetchcharacters.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Keeps {@code -H @FILE} from being taken for a file of arguments, as picocli would. */
final class ArgumentFiles {

  private ArgumentFiles() {}

  /** The arguments; where a word is a header's, a second {@code @} tells picocli to leave it be. */
  static String[] withoutHeaderFiles(String[] arguments, CommandSpec spec) {
    String[] words = arguments.clone();
    for (int i = 1; i < words.length; i++) {
      if (words[i].startsWith("@") && awaitsHeader(words[i - 1], spec)) {
        words[i] = "@" + words[i];
      }
    }
    return words;
  }

  /** Also as the last of several short options: {@code -tH}. */
  private static boolean awaitsHeader(String word, CommandSpec spec) {
    if (!word.startsWith("-") || word.startsWith("--")) {
      return word.equals("--header");
    }
    return word.endsWith("H")
        && word.substring(1, word.length() - 1)
            .chars()
            .allMatch(letter -> isFlag(spec.findOption((char) letter)));
  }

  private static boolean isFlag(@Nullable OptionSpec option) {
    return option != null && option.arity().max() == 0;
  }
}
