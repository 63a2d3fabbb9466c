package io.github.fetchcharacters.cli.setting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Settings whose values add up, as those of {@code --header} do, the weakest first. */
final class AddedSettings {

  private final Map<OptionSpec, List<Setting>> added = new LinkedHashMap<>();

  /** Adds a setting that is weaker than those before it. */
  void add(OptionSpec option, Setting setting) {
    added.computeIfAbsent(option, first -> new ArrayList<>()).add(0, setting);
  }

  boolean isEmpty() {
    return added.isEmpty();
  }

  /** Puts the values before those of the command line. */
  void apply() {
    added.forEach(
        (option, settings) -> {
          List<Object> values = new ArrayList<>();
          settings.forEach(setting -> values.addAll(values(option, setting)));
          List<?> given = option.getValue();
          values.addAll(given);
          option.setValue(values);
        });
  }

  /** Returns the values of a setting, one a line. */
  private static List<Object> values(OptionSpec option, Setting setting) {
    List<Object> values = new ArrayList<>();
    setting
        .value()
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> values.add(converted(option, setting, line.strip())));
    return values;
  }

  private static Object converted(OptionSpec option, Setting setting, String value) {
    try {
      ITypeConverter<?>[] converters = option.converters();
      return converters.length == 0 ? value : converters[0].convert(value);
    } catch (TypeConversionException wrong) {
      throw setting.invalid(option, "" + wrong.getMessage());
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }
}
