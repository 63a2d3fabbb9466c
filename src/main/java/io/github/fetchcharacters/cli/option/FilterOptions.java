package io.github.fetchcharacters.cli.option;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Which characters, where they are not given by id. */
public final class FilterOptions {

  /** The options of this class. */
  public static final Set<String> NAMES =
      Set.of("--all", "--name", "--status", "--species", "--type", "--gender");

  public final OptionGroup group = new OptionGroup("Instead of ids");

  final OptionValue<Boolean> all =
      group.flag(OptionSpec.builder("--all").description("Every character."));

  final OptionValue<String> name =
      group.add(
          String.class,
          OptionSpec.builder("--name")
              .paramLabel("TEXT")
              .description("Characters whose name contains TEXT, in upper or lower case."));

  final OptionValue<String> status =
      group.add(
          String.class,
          OptionSpec.builder("--status")
              .paramLabel("TEXT")
              .description("The same for the status: alive, dead, unknown."));

  final OptionValue<String> species =
      group.add(
          String.class,
          OptionSpec.builder("--species")
              .paramLabel("TEXT")
              .description("The same for the species."));

  final OptionValue<String> type =
      group.add(
          String.class,
          OptionSpec.builder("--type").paramLabel("TEXT").description("The same for the type."));

  final OptionValue<String> gender =
      group.add(
          String.class,
          OptionSpec.builder("--gender")
              .paramLabel("TEXT")
              .description("The same for the gender: female, male, genderless, unknown."));

  /**
   * Checks the filters.
   *
   * @throws ParameterException if a filter is empty: the API takes it for none
   */
  public void check(CommandSpec spec) {
    filters()
        .forEach(
            (filter, text) -> {
              if (text.isBlank()) {
                throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--"
                        + filter
                        + "': it is empty; every character is --all");
              }
            });
  }

  public boolean isGiven() {
    return all.value() || !filters().isEmpty();
  }

  /** What the API is asked to match, by the name of its parameter. */
  public Map<String, String> filters() {
    Map<String, String> filters = new LinkedHashMap<>();
    add(filters, "name", name.orNull());
    add(filters, "status", status.orNull());
    add(filters, "species", species.orNull());
    add(filters, "type", type.orNull());
    add(filters, "gender", gender.orNull());
    return filters;
  }

  private static void add(Map<String, String> filters, String parameter, @Nullable String text) {
    if (text != null) {
      filters.put(parameter, text);
    }
  }
}
