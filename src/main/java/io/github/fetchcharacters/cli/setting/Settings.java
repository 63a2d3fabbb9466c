package io.github.fetchcharacters.cli.setting;

import io.github.fetchcharacters.cli.option.FilterOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * The options of a command that its command line leaves open. Variables come before the file; only
 * where values add up, as those of {@code --header} do, all are taken, the weakest first.
 */
final class Settings implements IDefaultValueProvider {

  /** Options that exclude each other: the stronger place decides for one of them. */
  private static final List<Set<String>> RIVALS =
      List.of(Set.of("--demo", "--base-url"), Set.of("--verbose", "--quiet"));

  private final CommandSpec command;
  private final Map<OptionSpec, Setting> chosen = new LinkedHashMap<>();
  private final Map<OptionSpec, List<Setting>> added = new LinkedHashMap<>();

  /**
   * Chooses what applies.
   *
   * @param command the command, its command line parsed
   * @param given the options on that
   * @throws ParameterException if a flag's value is none
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
      // Ids on the command line are what is asked for.
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
        added.computeIfAbsent(option, first -> new ArrayList<>()).add(0, setting);
      } else if (setting != null && !closed.contains(option.longestName())) {
        found.put(option, option.typeInfo().isBoolean() ? flag(option, setting) : setting);
      }
    }
    // Only now: two rivals from one place are a mistake, which is told like one on a command line.
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
          throw invalid(option, setting, "'" + setting.value() + "' is neither 'true' nor 'false'");
    };
  }

  private ParameterException invalid(OptionSpec option, Setting setting, String why) {
    return new ParameterException(
        command.commandLine(),
        "Invalid value for option '"
            + option.longestName()
            + "' (from "
            + setting.origin()
            + "): "
            + why);
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
    added.forEach(
        (option, settings) -> {
          List<Object> values = new ArrayList<>();
          for (Setting setting : settings) {
            setting
                .value()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> values.add(converted(option, setting, line.strip())));
          }
          List<?> given = option.getValue();
          values.addAll(given);
          option.setValue(values);
        });
  }

  private Object converted(OptionSpec option, Setting setting, String value) {
    try {
      ITypeConverter<?>[] converters = option.converters();
      return converters.length == 0 ? value : converters[0].convert(value);
    } catch (TypeConversionException wrong) {
      throw invalid(option, setting, "" + wrong.getMessage());
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The same mistake, told with the places that the options it speaks of come from. */
  ParameterException explained(ParameterException wrong) {
    String message = "" + wrong.getMessage();
    Map<String, List<String>> others = new LinkedHashMap<>();
    for (Map.Entry<OptionSpec, Setting> entry : chosen.entrySet()) {
      String name = entry.getKey().longestName();
      String quoted = "option '" + name + "'";
      String origin = entry.getValue().origin();
      if (message.contains(quoted)) {
        message = message.replace(quoted, quoted + " (from " + origin + ")");
      } else if (Pattern.compile(name + "(?![\\w-])").matcher(message).find()) {
        others.computeIfAbsent(origin, first -> new ArrayList<>()).add(name);
      }
    }
    for (Map.Entry<String, List<String>> other : others.entrySet()) {
      message += " (" + String.join(", ", other.getValue()) + " from " + other.getKey() + ")";
    }
    return new ParameterException(wrong.getCommandLine(), message, wrong);
  }
}
