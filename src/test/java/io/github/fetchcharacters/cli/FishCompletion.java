package io.github.fetchcharacters.cli;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The completion of fish, beside that of {@link ZshCompletion}. */
final class FishCompletion {

  /** A command is the first word of all; options before it would be those of fetching. */
  private static final String START =
      """
      function __fetch_characters_in
          set -l words (commandline -opc)
          contains -- "$words[2]" $argv
      end

      complete -c fetch-characters -f
      """;

  private static final String FIRST = "test (count (commandline -opc)) = 1";
  private static final String HELP = "__fetch_characters_in help";

  private FishCompletion() {}

  static String text() {
    CommandLine root = ManPages.command();
    Collection<CommandLine> commands = root.getSubcommands().values();
    String names = String.join(" ", root.getSubcommands().keySet());
    return START
        + commands.stream().map(FishCompletion::command).collect(joining())
        + options("not __fetch_characters_in " + names, root)
        + commands.stream()
            .map(command -> options("__fetch_characters_in " + command.getCommandName(), command))
            .collect(joining());
  }

  /** Offered as the first word, and as what help is about. */
  private static String command(CommandLine command) {
    String[] description = command.getCommandSpec().usageMessage().description();
    return line(
        FIRST + "; or " + HELP,
        " -a " + command.getCommandName(),
        CompletedOption.sentence(description));
  }

  private static String options(String condition, CommandLine command) {
    return CompletedOption.of(command.getCommandSpec()).stream()
        .map(option -> line(condition, names(option) + value(option), option.text()))
        .collect(joining());
  }

  private static String line(String condition, String what, String text) {
    return "complete -c fetch-characters -n %s%s -d %s\n"
        .formatted(quoted(condition), what, quoted(text));
  }

  private static String names(CompletedOption option) {
    return Stream.of(option.spec().names())
        .map(name -> (name.startsWith("--") ? " -l " : " -s ") + name.replaceFirst("^-+", ""))
        .collect(joining());
  }

  private static String value(CompletedOption option) {
    String values = option.values();
    if (option.isFile()) {
      return " -r -F";
    }
    if (option.isList() && !values.isEmpty()) {
      values = "(__fish_complete_list , \"printf %s\\n " + values + "\")";
    }
    String required = option.takesValue() && !option.maySpareValue() ? " -x" : "";
    return required + (values.isEmpty() ? "" : " -a " + quoted(values));
  }

  private static String quoted(String word) {
    return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
