package io.github.fetchcharacters.cli.setting;

import io.github.fetchcharacters.cli.option.FilterOptions;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The settings of the options that a command line leaves open. Variables come before the file; only
 * {@linkplain AddedSettings values that add up} come from all places.
 */
final class Settings implements IDefaultValueProvider {

  /** Options that exclude each other: the stronger place decides between them. */
  private static final List<Set<String>> RIVALS =
      List.of(
          Set.of("--demo", "--base-url"),
          Set.of("--verbose", "--quiet"),
          Set.of("--timing", "--quiet"),
          Set.of("--waterfall", "--quiet"));

  private final CommandSpec command;
  private final Map<OptionSpec, Setting> chosen = new LinkedHashMap<>();
  private final AddedSettings added = new AddedSettings();

  /**
   * Chooses the settings that apply.
   *
   * @param command the command, its command line parsed
   * @param given the options on it
   * @throws ParameterException if a flag's value is neither true nor false
   */
  Settings(
      CommandSpec command,
      List<OptionSpec> given,
      Map<String, String> environment,
      ConfigFile file) {
    this.command = command;
    Set<String> closed = new HashSet<>();
    given.forEach(option -> close(closed, option, "" + option.getValue()));
    if (command.commandLine().getParseResult().hasMatchedPositional(0)) {
      // Ids on the command line take the place of filters.
      closed.addAll(FilterOptions.NAMES);
    }
    choose(closed, option -> fromVariable(option, environment));
    choose(closed, option -> fromFile(option, file));
  }

  private @Nullable Setting fromVariable(OptionSpec option, Map<String, String> environment) {
    String variable = Setting.variable(Setting.key(option));
    String value = environment.getOrDefault(variable, "");
    return value.isEmpty() ? null : new Setting(value, variable);
  }

  private @Nullable Setting fromFile(OptionSpec option, ConfigFile file) {
    String key = Setting.key(option);
    String value = file.entries().get(command.name() + "." + key);
    value = value == null ? file.entries().get(key) : value;
    return value == null ? null : new Setting(value, file.path());
  }

  private void choose(Set<String> closed, Function<OptionSpec, @Nullable Setting> source) {
    Map<OptionSpec, Setting> found = new LinkedHashMap<>();
    for (OptionSpec option : command.options()) {
      Setting setting = Setting.isSettable(option) ? source.apply(option) : null;
      if (setting != null && Setting.adds(option)) {
        added.add(option, setting);
      } else if (setting != null && !closed.contains(option.longestName())) {
        found.put(option, option.typeInfo().isBoolean() ? flag(option, setting) : setting);
      }
    }
    // Only now: two rivals in one place are an error, as on a command line.
    found.forEach((option, setting) -> close(closed, option, setting.value()));
    chosen.putAll(found);
  }

  private static void close(Set<String> closed, OptionSpec option, String value) {
    closed.add(option.longestName());
    for (Set<String> rivals : RIVALS) {
      if (rivals.contains(option.longestName()) && !value.equals("false")) {
        closed.addAll(rivals);
      }
    }
  }

  /** A flag's name alone in a file sets it, as on a command line. */
  private Setting flag(OptionSpec option, Setting setting) {
    return switch (setting.value().toLowerCase(Locale.ROOT)) {
      case "true", "1", "" -> new Setting("true", setting.origin());
      case "false", "0" -> new Setting("false", setting.origin());
      default ->
          throw setting.invalid(option, "'" + setting.value() + "' is neither 'true' nor 'false'");
    };
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    Setting setting =
        argument instanceof OptionSpec option && option.command() == command
            ? chosen.get(option)
            : null;
    return setting == null ? null : setting.value();
  }

  boolean isEmpty() {
    return chosen.isEmpty() && added.isEmpty();
  }

  /** Puts the values that add up before those of the command line. */
  void addUp() {
    added.apply();
  }

  /** Returns the same error with the origins of its options. */
  ParameterException explained(ParameterException wrong) {
    return SettingOrigins.explained(wrong, chosen);
  }
}
