package io.github.fetchcharacters.cli.setting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
