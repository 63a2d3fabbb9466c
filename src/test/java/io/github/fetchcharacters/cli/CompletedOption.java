package io.github.fetchcharacters.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option as a shell completes it. */
record CompletedOption(OptionSpec spec) {

  /** The options that the help of the command has, in its order. */
  static List<CompletedOption> of(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .map(CompletedOption::new)
        .toList();
  }

  /** The first sentence of a description, without its full stop. */
  static String sentence(String... description) {
    return description[0].replace("%%", "%").replaceFirst("\\.( .*)?$", "");
  }

  String text() {
    return sentence(spec.description());
  }

  boolean takesValue() {
    return spec.arity().max() > 0;
  }

  /** Whether a value counts in the same word alone: {@code --waterfall=all}. */
  boolean maySpareValue() {
    return takesValue() && spec.arity().min() == 0;
  }

  boolean isFile() {
    return spec.type() == Path.class;
  }

  /** Whether its value is a list, with a comma between two. */
  boolean isList() {
    return spec.paramLabel().endsWith(",...") || !spec.splitRegex().isEmpty();
  }

  /** The values that there are, with a space between two; empty if any will do. */
  String values() {
    Iterable<String> candidates = spec.completionCandidates();
    return candidates == null ? "" : String.join(" ", candidates);
  }
}
