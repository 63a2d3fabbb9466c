package io.github.fetchcharacters.cli.option;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.FetchCharacters;
import io.github.fetchcharacters.cli.compare.CompareCommand;
import io.github.fetchcharacters.terminal.Streams;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/** The list of options, which picocli does not make here. */
class GroupedHelpTest {

  /** picocli takes nothing narrower. */
  private static final int NARROWEST = 55;

  private static final int WIDEST = 160;

  @ParameterizedTest
  @EnumSource(names = {"ON", "OFF"})
  void wrapsEachOptionAsPicocliDoes(Ansi ansi) {
    for (CommandLine command : commands()) {
      for (int width : IntStream.rangeClosed(NARROWEST, WIDEST).toArray()) {
        command.getCommandSpec().usageMessage().width(width);
        Help help = new Help(command.getCommandSpec(), Help.defaultColorScheme(ansi));

        assertThat(withoutHeadings(GroupedHelp.options(help)))
            .as("%s in %d columns", command.getCommandName(), width)
            .isEqualTo(picocliList(command, help));
      }
    }
  }

  private static List<CommandLine> commands() {
    PrintStream none = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    Streams streams = new Streams(InputStream.nullInputStream(), none, none, Map.of());
    return List.of(FetchCharacters.commandLine(streams, true), CompareCommand.commandLine(streams));
  }

  private static String withoutHeadings(String list) {
    return list.replaceAll("(?m)^(\\w.*)?\n", "");
  }

  private static String picocliList(CommandLine command, Help help) {
    List<OptionSpec> options = new ArrayList<>(command.getCommandSpec().options());
    options.removeIf(OptionSpec::hidden);
    return help.optionListExcludingGroups(
        options, help.createDefaultLayout(), null, help.parameterLabelRenderer());
  }
}
