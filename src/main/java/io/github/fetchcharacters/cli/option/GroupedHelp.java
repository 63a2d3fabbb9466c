package io.github.fetchcharacters.cli.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lists the options under the headings of their groups. */
public final class GroupedHelp {

  private GroupedHelp() {}

  /** Lays out the help of the command and of those below it. */
  public static void install(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .descriptionHeading("%n")
        .parameterListHeading("%nArguments:%n")
        .commandListHeading("%nCommands:%n");
    command.getSubcommands().values().forEach(GroupedHelp::install);
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, GroupedHelp::options);
  }

  /** The list, each group after an empty line. */
  static String options(Help help) {
    CommandSpec command = help.commandSpec();
    int nameWidth =
        help.calcLongOptionColumnWidth(
            command.options(), command.positionalParameters(), help.colorScheme());
    StringBuilder text = new StringBuilder();
    groups(command)
        .forEach(
            (heading, options) -> {
              Layout layout = layout(help, nameWidth);
              layout.addAllOptions(options, help.parameterLabelRenderer());
              text.append('\n').append(heading).append(":\n").append(layout);
            });
    return text.toString();
  }

  private static Layout layout(Help help, int nameWidth) {
    return new Layout(
        help.colorScheme(),
        TextTable.forDefaultColumns(
            help.colorScheme(), nameWidth, help.commandSpec().usageMessage().width()));
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
