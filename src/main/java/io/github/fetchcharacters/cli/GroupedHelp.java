package io.github.fetchcharacters.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lists the options under the headings of their groups. */
final class GroupedHelp {

  private GroupedHelp() {}

  static void install(CommandLine command) {
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, GroupedHelp::options);
  }

  private static String options(Help help) {
    StringBuilder text = new StringBuilder();
    List<OptionSpec> others = new ArrayList<>(help.commandSpec().options());
    for (Map.Entry<String, CommandSpec> mixin : help.commandSpec().mixins().entrySet()) {
      List<OptionSpec> grouped = new ArrayList<>(mixin.getValue().options());
      grouped.removeIf(option -> others.stream().noneMatch(of(option)));
      others.removeIf(option -> grouped.stream().anyMatch(of(option)));
      append(text, help, mixin.getKey(), grouped);
    }
    if (!others.isEmpty()) {
      append(text, help, "Other options", others);
    }
    return text.append('\n').toString();
  }

  private static Predicate<OptionSpec> of(OptionSpec option) {
    return other -> other.longestName().equals(option.longestName());
  }

  private static void append(
      StringBuilder text, Help help, String heading, List<OptionSpec> options) {
    text.append('\n').append(heading).append(":\n");
    text.append(
        help.optionListExcludingGroups(
            options, help.createDefaultLayout(), null, help.parameterLabelRenderer()));
  }
}
