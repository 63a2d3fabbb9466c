package io.github.fetchcharacters.cli.option;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The ids of a command line: all its words that are no options. */
public final class IdArguments {

  private IdArguments() {}

  /**
   * Adds the ids to a command.
   *
   * @param description a paragraph each
   * @return the words, as they stand
   */
  public static OptionValue<List<String>> addTo(CommandSpec command, String... description) {
    OptionValue<List<String>> words = new OptionValue<>(List.of());
    PositionalParamSpec spec =
        PositionalParamSpec.builder()
            .arity("0..*")
            .paramLabel("ID")
            .description(description)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .initialValue(List.of())
            .getter(words)
            .setter(words)
            .build();
    command.addPositional(spec);
    words.of(spec);
    return words;
  }
}
