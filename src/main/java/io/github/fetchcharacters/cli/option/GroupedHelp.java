package io.github.fetchcharacters.cli.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lists the options under the headings of their groups. */
public final class GroupedHelp {

  private GroupedHelp() {}

  public static void install(CommandLine command) {
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, GroupedHelp::options);
  }

  /** The list, each group after an empty line, and an empty line at its end. */
  static String options(Help help) {
    CommandSpec command = help.commandSpec();
    int nameWidth =
        help.calcLongOptionColumnWidth(
            command.options(), command.positionalParameters(), help.colorScheme());
    StringBuilder text = new StringBuilder();
    groups(command)
        .forEach(
            (heading, options) -> {
              OptionLayout layout = new OptionLayout(help, nameWidth);
              layout.addAllOptions(options, help.parameterLabelRenderer());
              text.append('\n').append(heading).append(":\n").append(layout);
            });
    return text.append('\n').toString();
  }

  /** The options by their headings, those without one last. */
  private static Map<String, List<OptionSpec>> groups(CommandSpec command) {
    Map<String, OptionSpec> others = new LinkedHashMap<>();
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        others.put(option.longestName(), option);
      }
    }
    Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
    command.mixins().forEach((heading, group) -> groups.put(heading, taken(group, others)));
    if (!others.isEmpty()) {
      groups.put("Other options", new ArrayList<>(others.values()));
    }
    return groups;
  }

  /** Removes the options of the group and returns them; the command may lack some. */
  private static List<OptionSpec> taken(CommandSpec group, Map<String, OptionSpec> from) {
    List<OptionSpec> options = new ArrayList<>();
    for (OptionSpec option : group.options()) {
      OptionSpec taken = from.remove(option.longestName());
      if (taken != null) {
        options.add(taken);
      }
    }
    return options;
  }
}
