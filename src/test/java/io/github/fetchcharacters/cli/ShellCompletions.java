package io.github.fetchcharacters.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the completions that say what each option and command does, from the model that the help
 * is printed from. They are among the tests because only the build needs them; the tool itself
 * prints picocli's, which has no descriptions.
 */
final class ShellCompletions {

  private ShellCompletions() {}

  /** Writes them to the folder named by the argument. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Files.writeString(folder.resolve("_fetch-characters"), ZshCompletion.text());
    Files.writeString(folder.resolve("fetch-characters.fish"), FishCompletion.text());
  }
}
