package io.github.fetchcharacters.cli;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The completion of zsh: a function for each command. */
final class ZshCompletion {

  /** A command is the first word of all; options before it would be those of fetching. */
  private static final String FUNCTIONS =
      """
      #compdef fetch-characters

      _fetch-characters() {
        local curcontext=$curcontext
        if (( CURRENT > 2 && $+functions[_fetch-characters-$words[2]] )); then
          curcontext=${curcontext%%:*}-$words[2]:
          shift words
          (( CURRENT-- ))
          _fetch-characters-$words[1]
        else
          _fetch-characters_fetch
        fi
      }

      _fetch-characters_commands() {
        local -a commands=(
      %s
        )
        _describe -t commands command commands
      }

      %s
      _fetch-characters "$@"
      """;

  private static final String FUNCTION =
      """
      %s() {
        _arguments -s -S : \\
      %s
      }
      """;

  private ZshCompletion() {}

  /** What zsh loads as the function {@code _fetch-characters}. */
  static String text() {
    CommandLine root = ManPages.command();
    List<String> summaries = new ArrayList<>();
    List<String> functions = new ArrayList<>();
    functions.add(function("_fetch-characters_fetch", root.getCommandSpec()));
    for (CommandLine command : root.getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      summaries.add(summary(spec));
      functions.add(function("_" + spec.qualifiedName("-"), spec));
    }
    return FUNCTIONS.formatted(lines(summaries, "\n"), String.join("\n", functions));
  }

  private static String summary(CommandSpec spec) {
    String text = CompletedOption.sentence(spec.usageMessage().description());
    return quoted(spec.name() + ":" + text);
  }

  private static String function(String name, CommandSpec spec) {
    List<String> words = new ArrayList<>();
    CompletedOption.of(spec).forEach(option -> words.add(option(option)));
    spec.positionalParameters().forEach(p -> words.addAll(positional(p)));
    return FUNCTION.formatted(name, lines(words, " \\\n"));
  }

  private static String lines(List<String> words, String between) {
    return words.stream().map(word -> "    " + word).collect(joining(between));
  }

  /** Each form of an option excludes the other, unless it may be repeated. */
  private static String option(CompletedOption option) {
    String[] all = option.spec().names();
    String forms = Stream.of(all).map(name -> form(name, option)).collect(joining(","));
    String text = option.text().replaceAll("([\\[\\]\\\\])", "\\\\$1");
    String rest = "[" + text + "]" + value(option);
    boolean repeated = option.spec().isMultiValue();
    if (all.length == 1) {
      return quoted((repeated ? "*" : "") + forms + rest);
    }
    String before = repeated ? "*" : "(" + String.join(" ", all) + ")";
    return quoted(before) + "{" + forms + "}" + quoted(rest);
  }

  /** A name and how a value follows: in the same word or the next, in the same alone, or never. */
  private static String form(String name, CompletedOption option) {
    if (!option.takesValue()) {
      return name;
    }
    String same = name.startsWith("--") ? "=" : "";
    return name + same + (option.maySpareValue() ? "-" : same.isEmpty() ? "+" : "");
  }

  private static String value(CompletedOption option) {
    if (!option.takesValue()) {
      return "";
    }
    String label = option.spec().paramLabel().replace("'", "").replace(":", "\\:");
    return (option.maySpareValue() ? "::" : ":") + label + ":" + action(option);
  }

  /** What completes the value; a space completes nothing and shows the label. */
  private static String action(CompletedOption option) {
    if (option.isFile()) {
      return "_files";
    }
    String values = option.values();
    String action = option.isList() ? "_values -s , value " + values : "(" + values + ")";
    return values.isEmpty() ? " " : action;
  }

  /** An id is the user's own; a message about it beside options would hinder these. */
  private static List<String> positional(PositionalParamSpec parameter) {
    String command = quoted("1:command:_fetch-characters_commands");
    String id = quoted("*:id:_guard \"^-*\" id");
    return switch (parameter.command().name()) {
      case CommandNames.HELP -> List.of(command);
      case CommandNames.COMPARE -> List.of(id);
      default -> List.of(command, id);
    };
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
