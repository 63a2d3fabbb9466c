package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.value.CommandText;
import io.github.fetchcharacters.file.InputFile;
import java.io.File;
import java.io.IOException;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The words of a command line. Refuses those that the JVM could not decode, and replaces
 * {@code @FILE} by the arguments in the file, by the rules of picocli: white space separates words,
 * quotes of both kinds keep it, {@code #} starts a comment, a file may name others, and {@code @@}
 * is an {@code @}. Unlike picocli it reads UTF-8 in every locale, skips a byte order mark, takes a
 * control character for a part of a word, as among the ids of standard input, and leaves {@code
 * -H @FILE} to the option.
 */
final class CommandWords {

  /** Stands in place of bytes that the JVM could not decode (Unicode Standard, section 23.8). */
  private static final char REPLACEMENT = '\uFFFD';

  private static final String WATERFALL = "--waterfall";

  private final CommandSpec spec;
  private final List<String> words = new ArrayList<>();

  /** The files being read: one that names itself adds nothing. */
  private final Set<String> open = new HashSet<>();

  private CommandWords(CommandSpec spec) {
    this.spec = spec;
  }

  /**
   * Returns the words.
   *
   * @throws ParameterException if an argument lost bytes, since it would name another thing than
   *     the user does, or the text of a file cannot be read; a file without read access counts as a
   *     word
   */
  static String[] of(String[] arguments, CommandSpec spec) {
    refuseUndecoded(arguments, spec);
    CommandWords words = new CommandWords(spec);
    for (String argument : arguments) {
      words.add(argument);
    }
    return words.words.toArray(String[]::new);
  }

  private static void refuseUndecoded(String[] arguments, CommandSpec spec) {
    String before = "";
    for (String argument : arguments) {
      if (argument.indexOf(REPLACEMENT) >= 0) {
        throw new ParameterException(
            spec.commandLine(),
            "cannot read '" + CommandText.withoutSecret(before, argument) + "': " + undecoded());
      }
      before = argument;
    }
  }

  /** In UTF-8 no other locale reads more. */
  private static String undecoded() {
    return "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"))
        ? "it is no text in UTF-8"
        : "it is no text in the encoding of the locale; in UTF-8 it is with LC_ALL=C.UTF-8";
  }

  private void add(String word) {
    boolean file = word.startsWith("@") && word.length() > 1 && !awaitsHeader();
    if (!file || word.startsWith("@@")) {
      words.add(file ? word.substring(1) : withValue(word));
    } else {
      addFrom(new File(word.substring(1)), word);
    }
  }

  /** Of an option with a value at will picocli would take the next word for it, such as an id. */
  private String withValue(String word) {
    boolean flag = word.equals(WATERFALL) && !words.contains("--");
    return flag && spec.findOption(WATERFALL) != null ? word + "=true" : word;
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
      return split(InputFile.read(Path.of(file.getPath())));
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
    tokens.wordChars(0, 255);
    tokens.whitespaceChars('\t', '\r');
    tokens.whitespaceChars(' ', ' ');
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
    return !words.isEmpty() && CommandText.awaitsHeader(words.get(words.size() - 1));
  }
}
