package io.github.fetchcharacters.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which characters, where they are not given by id. */
@Command(description = "Instead of ids")
final class FilterOptions {

  /** The options of this class. */
  static final Set<String> NAMES =
      Set.of("--all", "--name", "--status", "--species", "--type", "--gender");

  @Option(names = "--all", description = "Every character.")
  boolean all;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "Characters whose name contains TEXT, in upper or lower case.")
  @Nullable String name;

  @Option(
      names = "--status",
      paramLabel = "TEXT",
      description = "The same for the status: alive, dead, unknown.")
  @Nullable String status;

  @Option(names = "--species", paramLabel = "TEXT", description = "The same for the species.")
  @Nullable String species;

  @Option(names = "--type", paramLabel = "TEXT", description = "The same for the type.")
  @Nullable String type;

  @Option(
      names = "--gender",
      paramLabel = "TEXT",
      description = "The same for the gender: female, male, genderless, unknown.")
  @Nullable String gender;

  /**
   * @throws ParameterException if a filter is empty: the API takes it for none
   */
  void check(CommandSpec spec) {
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

  boolean isGiven() {
    return all || !filters().isEmpty();
  }

  /** What the API is asked to match, by the name of its parameter. */
  Map<String, String> filters() {
    Map<String, String> filters = new LinkedHashMap<>();
    add(filters, "name", name);
    add(filters, "status", status);
    add(filters, "species", species);
    add(filters, "type", type);
    add(filters, "gender", gender);
    return filters;
  }

  private static void add(Map<String, String> filters, String parameter, @Nullable String text) {
    if (text != null) {
      filters.put(parameter, text);
    }
  }
}
