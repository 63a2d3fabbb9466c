package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.file.TextFile;
import java.io.File;
import java.io.IOException;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Replaces {@code @FILE} by the arguments in the file, by the rules of picocli: white space
 * separates words, quotes of both kinds keep it, {@code #} starts a comment, a file may name
 * others, and {@code @@} is an {@code @}. Unlike picocli it reads UTF-8 in every locale, skips a
 * byte order mark, and leaves {@code -H @FILE} to the option.
 */
final class ArgumentFiles {

  private final CommandSpec spec;
  private final List<String> words = new ArrayList<>();

  /** The files being read: one that names itself adds nothing. */
  private final Set<String> open = new HashSet<>();

  private ArgumentFiles(CommandSpec spec) {
    this.spec = spec;
  }

  /**
   * Returns the arguments, each {@code @FILE} replaced.
   *
   * @throws ParameterException if the text of a file cannot be read; a file without read access
   *     counts as a word
   */
  static String[] expanded(String[] arguments, CommandSpec spec) {
    ArgumentFiles files = new ArgumentFiles(spec);
    for (String argument : arguments) {
      files.add(argument);
    }
    return files.words.toArray(String[]::new);
  }

  private void add(String word) {
    boolean file = word.startsWith("@") && word.length() > 1 && !awaitsHeader();
    if (!file || word.startsWith("@@")) {
      words.add(file ? word.substring(1) : word);
    } else {
      addFrom(new File(word.substring(1)), word);
    }
  }

  private void addFrom(File file, String word) {
    if (!file.canRead()) {
      words.add(word);
    } else if (open.add(file.getAbsolutePath())) {
      wordsOf(file).forEach(this::add);
      open.remove(file.getAbsolutePath());
    }
  }

  private List<String> wordsOf(File file) {
    try {
      return split(TextFile.read(Path.of(file.getPath())));
    } catch (IOException failure) {
      throw new ParameterException(
          spec.commandLine(),
          "cannot read the arguments file '" + file + "': " + failure.getMessage(),
          failure);
    }
  }

  private static List<String> split(String text) throws IOException {
    StreamTokenizer tokens = new StreamTokenizer(new StringReader(text));
    tokens.resetSyntax();
    tokens.wordChars(' ', 255);
    tokens.whitespaceChars(0, ' ');
    tokens.quoteChar('"');
    tokens.quoteChar('\'');
    tokens.commentChar('#');
    List<String> words = new ArrayList<>();
    while (tokens.nextToken() != StreamTokenizer.TT_EOF) {
      words.add(tokens.sval);
    }
    return words;
  }

  private boolean awaitsHeader() {
    return !words.isEmpty() && awaitsHeader(words.get(words.size() - 1));
  }

  /** Whether it is the header option, also as the last of several short ones: {@code -tH}. */
  private boolean awaitsHeader(String word) {
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
