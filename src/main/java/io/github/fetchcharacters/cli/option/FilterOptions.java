package io.github.fetchcharacters.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/** Options that choose characters in place of ids. */
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
              .paramLabel("STATUS")
              .completionCandidates(List.of("alive", "dead", "unknown"))
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
              .paramLabel("GENDER")
              .completionCandidates(List.of("female", "male", "genderless", "unknown"))
              .description("The same for the gender: female, male, genderless, unknown."));

  /** Whether the command line has a filter or {@code --all}. */
  public boolean isGiven() {
    return all.value() || !filters().isEmpty();
  }

  /**
   * Returns the filters by the name of the API's parameter; throws the usage error of an empty one,
   * which the API takes for none.
   */
  public Map<String, String> filters() {
    Map<String, String> filters = new LinkedHashMap<>();
    add(filters, "name", name);
    add(filters, "status", status);
    add(filters, "species", species);
    add(filters, "type", type);
    add(filters, "gender", gender);
    return filters;
  }

  private static void add(
      Map<String, String> filters, String parameter, OptionValue<String> option) {
    String text = option.orNull();
    if (text != null && text.isBlank()) {
      throw option.invalid("it is empty; every character is --all");
    }
    if (text != null) {
      filters.put(parameter, text);
    }
  }
}
