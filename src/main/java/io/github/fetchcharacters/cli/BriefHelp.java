package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.HelpText.Example;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.IOptionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help on one screen of 24 lines and 80 columns: the options that matter, and examples. */
final class BriefHelp {

  private static final int EXAMPLES = 3;

  private final CommandSpec spec;
  private final Help help;
  private final HelpText text;
  private final StringBuilder page = new StringBuilder();

  private BriefHelp(CommandLine command) {
    spec = command.getCommandSpec();
    help = command.getHelp();
    text = HelpText.of(spec.name());
  }

  /** Returns the lines, coloured as the command's help is. */
  static String of(CommandLine command) {
    BriefHelp brief = new BriefHelp(command);
    brief.addUsage();
    brief.addOptions();
    brief.addExamples();
    return brief.page.toString();
  }

  private void addUsage() {
    String before = "Usage: ";
    for (String form : text.usage()) {
      Text shown = help.colorScheme().commandText(form);
      page.append(before).append(shown).append('\n');
      before = " ".repeat(before.length());
    }
    page.append('\n');
    page.append(help.description()).append('\n');
  }

  private void addOptions() {
    List<Text> names = new ArrayList<>();
    text.options().forEach(option -> names.add(names(spec.findOption(option.name()))));
    int column = 2 + names.stream().mapToInt(name -> name.plainString().length()).max().orElse(0);
    for (int i = 0; i < names.size(); i++) {
      String blanks = " ".repeat(column - names.get(i).plainString().length());
      page.append(names.get(i)).append(blanks).append(text.options().get(i).words()).append('\n');
    }
  }

  /** The names of one option, in the columns for short and for long ones. */
  private Text names(OptionSpec option) {
    IOptionRenderer renderer = help.createDefaultOptionRenderer();
    Text[] row = renderer.render(option, help.parameterLabelRenderer(), help.colorScheme())[0];
    Text blank = help.colorScheme().text("  ");
    boolean both = !row[1].plainString().isEmpty();
    return both
        ? blank.concat(row[1]).concat(row[2]).concat(" ").concat(row[3])
        : blank.concat(blank).concat(blank).concat(row[3]);
  }

  private void addExamples() {
    List<Example> examples = text.examples().stream().limit(EXAMPLES).toList();
    int column =
        2 + examples.stream().mapToInt(example -> example.command().length()).max().orElse(0);
    page.append("\nExamples:\n");
    for (Example example : examples) {
      String blanks = " ".repeat(column - example.command().length());
      page.append("  " + example.command() + blanks + example.meaning() + "\n");
    }
    page.append("\nThe rest: " + spec.qualifiedName() + " --help\n");
  }
}
