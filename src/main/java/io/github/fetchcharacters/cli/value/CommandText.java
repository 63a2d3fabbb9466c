package io.github.fetchcharacters.cli.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command line as text for a shell, without secrets. */
public final class CommandText {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

  private static final Set<String> SECRETIVE = Set.of("--header", "--proxy");

  /** The short header option, alone or behind others in the same word, and a value behind it. */
  private static final Pattern SHORT_HEADER =
      Pattern.compile("(?<option>-[A-GI-Za-z]*H)(?<value>.*)", Pattern.DOTALL);

  private CommandText() {}

  /** Returns the command, quoted for a POSIX shell. */
  public static String of(List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("fetch-characters"));
    String before = "";
    for (String argument : arguments) {
      words.add(quoted(withoutSecret(before, argument)));
      before = argument;
    }
    return String.join(" ", words);
  }

  /** Whether the value of the option, by its long name, may hold a password or a token. */
  public static boolean isSecretive(String option) {
    return SECRETIVE.contains(option);
  }

  /** Whether the next word is a header: {@code --header}, {@code -H}, or {@code -tH}. */
  public static boolean awaitsHeader(String word) {
    Matcher header = SHORT_HEADER.matcher(word);
    return word.equals("--header") || (header.matches() && header.group("value").isEmpty());
  }

  /**
   * Returns the argument without a secret: the value of an option that may hold one, in the same
   * word or behind {@code before}.
   */
  public static String withoutSecret(String before, String argument) {
    if (isSecretive(before) || awaitsHeader(before)) {
      return hidden(argument);
    }
    int sign = argument.indexOf('=');
    if (sign >= 0 && isSecretive(argument.substring(0, sign))) {
      return hidden(argument, sign + 1);
    }
    Matcher header = SHORT_HEADER.matcher(argument);
    return header.matches() ? hidden(argument, header.end("option")) : argument;
  }

  private static String hidden(String argument, int start) {
    return start == argument.length()
        ? argument
        : argument.substring(0, start) + hidden(argument.substring(start));
  }

  /** Keeps a header's name and a proxy's host. */
  private static String hidden(String value) {
    if (value.contains("://")) {
      return UrlText.withoutSecret(value);
    }
    int colon = value.indexOf(':');
    return colon < 0 ? "…" : value.substring(0, colon) + ": …";
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
