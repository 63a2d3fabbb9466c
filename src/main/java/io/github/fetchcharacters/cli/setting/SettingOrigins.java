package io.github.fetchcharacters.cli.setting;

import io.github.fetchcharacters.cli.option.OptionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Adds to a usage error the variables and files that set its options. */
final class SettingOrigins {

  private SettingOrigins() {}

  /**
   * Returns the same error with these origins.
   *
   * @param chosen the settings in force
   */
  static ParameterException explained(ParameterException wrong, Map<OptionSpec, Setting> chosen) {
    String message = OptionException.message(wrong);
    List<ArgSpec> concerned = OptionException.concerned(wrong);
    Map<String, List<String>> others = new LinkedHashMap<>();
    for (Map.Entry<OptionSpec, Setting> entry : chosen.entrySet()) {
      OptionSpec option = entry.getKey();
      String origin = entry.getValue().origin();
      String start = OptionException.invalid(option);
      if (message.startsWith(start)) {
        message = start + Setting.from(origin) + message.substring(start.length());
      } else if (concerned.contains(option)) {
        others.computeIfAbsent(origin, first -> new ArrayList<>()).add(option.longestName());
      }
    }
    for (Map.Entry<String, List<String>> other : others.entrySet()) {
      message += " (" + String.join(", ", other.getValue()) + " from " + other.getKey() + ")";
    }
    return new ParameterException(wrong.getCommandLine(), message, wrong);
  }
}
