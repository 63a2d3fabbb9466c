package io.github.fetchcharacters.cli.setting;

import io.github.fetchcharacters.terminal.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Finds the settings that no command knows, most often mistyped ones. */
final class SettingNames {

  private final CommandSpec command;
  private final Supplier<List<CommandLine>> others;

  /**
   * Checks the command's own names first: building the others takes time.
   *
   * @param command the command to run
   * @param others makes the commands beside fetching that take settings
   */
  SettingNames(CommandSpec command, Supplier<List<CommandLine>> others) {
    this.command = command;
    this.others = others;
  }

  /**
   * Refuses a file with an unknown key.
   *
   * @throws ParameterException that names the key and the file
   */
  void check(ConfigFile file) {
    for (String key : unknown(file.entries().keySet(), keysOf(command))) {
      Set<String> known = allKeys();
      if (!known.contains(key)) {
        throw new ParameterException(
            command.commandLine(),
            "unknown setting '"
                + key
                + "' in '"
                + file.path()
                + "'"
                + Nearest.question(key, known));
      }
    }
  }

  /** Returns a warning for each variable that has the tool's prefix and is no setting. */
  List<String> warnings(Map<String, String> environment) {
    Set<String> variables = new TreeSet<>();
    environment.forEach(
        (name, value) -> {
          if (Setting.isVariable(name) && !value.isEmpty()) {
            variables.add(name);
          }
        });
    List<String> warnings = new ArrayList<>();
    for (String variable : unknown(variables, variablesOf(keysOf(command)))) {
      Set<String> known = variablesOf(allKeys());
      if (!known.contains(variable)) {
        warnings.add(variable + " is no setting" + question(variable, known));
      }
    }
    return warnings;
  }

  /** Compares the names without their common prefix. */
  private static String question(String variable, Set<String> known) {
    int prefix = Setting.variable("").length();
    String nearest =
        Nearest.to(
            variable.substring(prefix),
            known.stream().map(name -> name.substring(prefix)).toList());
    return nearest == null ? "" : "; did you mean '" + Setting.variable("") + nearest + "'?";
  }

  private static List<String> unknown(Set<String> names, Set<String> known) {
    return names.stream().filter(name -> !known.contains(name)).toList();
  }

  private Set<String> allKeys() {
    CommandSpec root = command.root();
    Set<String> keys = keysOf(root);
    for (CommandLine other : others.get()) {
      CommandSpec spec = other.getCommandSpec();
      for (String key : keysOf(spec)) {
        keys.add(key);
        keys.add(spec.name() + "." + key);
      }
    }
    return keys;
  }

  private static Set<String> keysOf(CommandSpec spec) {
    Set<String> keys = new TreeSet<>();
    for (OptionSpec option : spec.options()) {
      if (Setting.isSettable(option)) {
        keys.add(Setting.key(option));
      }
    }
    return keys;
  }

  /** Adds the variable that names the file itself. */
  private static Set<String> variablesOf(Set<String> keys) {
    Set<String> variables = new TreeSet<>();
    keys.stream()
        .filter(key -> key.indexOf('.') < 0)
        .map(Setting::variable)
        .forEach(variables::add);
    variables.add(SettingsExecution.CONFIG_VARIABLE);
    return variables;
  }
}
