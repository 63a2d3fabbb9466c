package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.cli.option.OptionGroup;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.model.CharacterMembers;
import io.github.fetchcharacters.output.Fields;
import io.github.fetchcharacters.output.Format;
import io.github.fetchcharacters.output.Layout;
import io.github.fetchcharacters.output.PrettyJson;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.TerminalSettings;
import io.github.fetchcharacters.terminal.When;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Options for standard output. */
final class OutputOptions {

  final OptionGroup group = new OptionGroup("What to print");

  final OptionValue<Format> format =
      group.add(
          Format.class,
          Format.NAME,
          OptionSpec.builder("-f", "--format")
              .paramLabel("FORMAT")
              .description("How to print: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}."));

  final OptionValue<Boolean> unordered =
      group.flag(
          OptionSpec.builder("--unordered")
              .description("Print each record as it arrives, not in the order asked."));

  final OptionValue<String> fields =
      group.add(
          String.class,
          OptionSpec.builder("--fields")
              .paramLabel("F,...")
              .completionCandidates(() -> CharacterMembers.paths().iterator())
              .description(
                  "What to print of each, such as id,name,origin.name.",
                  "Columns of csv, tsv and table, members of json and ndjson.",
                  "Default: id,name,status,species,gender,origin.name; json, ndjson: the whole"
                      + " record."));

  /**
   * Returns the form of the output.
   *
   * @param streams have the terminal's width
   * @param color when to colour JSON on a terminal; to a pipe or a file it goes as it is
   * @throws ParameterException if no record has the fields
   */
  Layout layout(Streams streams, When color) {
    try {
      return anyLayout(streams, color);
    } catch (IllegalArgumentException wrong) {
      throw fields.invalid("" + wrong.getMessage());
    }
  }

  private Layout anyLayout(Streams streams, When color) {
    Format format = this.format.value();
    Fields chosen = fields(format);
    if (format != Format.TABLE && format != Format.JSON) {
      return new Layout(format, chosen);
    }
    boolean terminal = streams.outIsTerminal().getAsBoolean();
    return format == Format.TABLE
        ? table(chosen, terminal, streams)
        : json(chosen, terminal, streams, color);
  }

  private @Nullable Fields fields(Format format) {
    if (!fields.fits(format::takesFields)) {
      throw fields.invalid(
          "--format=" + format + " prints no fields; add --format=FORMAT, one of " + takers(),
          this.format);
    }
    String chosen = fields.orNull();
    return chosen == null ? null : Fields.parse(chosen);
  }

  private static Layout json(
      @Nullable Fields chosen, boolean terminal, Streams streams, When color) {
    if (!terminal) {
      return new Layout(Format.JSON, chosen);
    }
    boolean coloured = TerminalSettings.colour(color, streams.environment(), () -> true);
    return new Layout(Format.JSON, chosen, Integer.MAX_VALUE, true, new PrettyJson(coloured));
  }

  private static Layout table(@Nullable Fields chosen, boolean terminal, Streams streams) {
    TerminalSettings settings =
        TerminalSettings.of(
            streams.environment(), terminal ? streams.outColumns() : () -> Integer.MAX_VALUE);
    int width = terminal ? settings.width() : Integer.MAX_VALUE;
    return new Layout(Format.TABLE, chosen, width, settings.utf8());
  }

  private static String takers() {
    return Arrays.stream(Format.values())
        .filter(Format::takesFields)
        .map(Format::toString)
        .collect(Collectors.joining(", "));
  }
}
