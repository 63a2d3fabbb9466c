package io.github.fetchcharacters.cli.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A command line as text for a shell, without secrets. */
public final class CommandText {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

  private static final Set<String> SECRETIVE = Set.of("-H", "--header", "--proxy");

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

  /** Whether the option's value may hold a password or a token. */
  public static boolean isSecretive(String option) {
    return SECRETIVE.contains(option);
  }

  /**
   * Returns the argument without a secret: the value of an option that may hold one, in the same
   * word or behind {@code before}.
   */
  public static String withoutSecret(String before, String argument) {
    if (SECRETIVE.contains(before)) {
      return hidden(argument);
    }
    for (String option : SECRETIVE) {
      String attached = option.length() == 2 ? option : option + "=";
      if (argument.startsWith(attached) && argument.length() > attached.length()) {
        return attached + hidden(argument.substring(attached.length()));
      }
    }
    return argument;
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
