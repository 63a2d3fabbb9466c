package io.github.fetchcharacters.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.terminal.Streams;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options and ids of fetching before the name of another command: they count or are an error. */
@Timeout(60)
class MisplacedArgumentsTest {

  private static final List<String> HELP = List.of("--help", "--version");

  private static final CommandLine TOOL =
      FetchCharacters.commandLine(
          new Streams(
              InputStream.nullInputStream(),
              OutputStream.nullOutputStream(),
              new PrintStream(OutputStream.nullOutputStream()),
              Map.of()),
          true);

  @ParameterizedTest
  @ValueSource(strings = {"compare", "serve", "cache", "generate-completion", "help"})
  void everyOptionThatDoesNotCountIsNamed(String name) {
    CommandSpec command = requireNonNull(TOOL.getSubcommands().get(name)).getCommandSpec();
    for (OptionSpec option : TOOL.getCommandSpec().options()) {
      if (!HELP.contains(option.longestName()) && !counts(option, command)) {
        assertThat(CommandRun.of(option.longestName() + value(option), name))
            .as(option.longestName())
            .isEqualTo(usageError(name, message(option, command)));
      }
    }
  }

  private static boolean counts(OptionSpec option, CommandSpec command) {
    boolean own = command.findOption(option.longestName()) != null;
    return (option.longestName().equals("--color") && !own)
        || (option.longestName().equals("--config") && own);
  }

  private static String message(OptionSpec option, CommandSpec command) {
    String name = option.longestName();
    OptionSpec own = command.findOption(name);
    return own != null && !own.hidden()
        ? "write " + name + " after the command: " + command.qualifiedName() + " " + name + " …"
        : command.name() + " takes no " + name + "; leave it out";
  }

  private static String value(OptionSpec option) {
    return option.typeInfo().isBoolean() || option.arity().min() == 0
        ? ""
        : switch (option.paramLabel()) {
          case "MODE" -> "=sync";
          case "FORMAT" -> "=csv";
          case "WHEN" -> "=never";
          case "N/UNIT" -> "=1/s";
          case "'N: V'" -> "=N: V";
          case "D" -> "=1s";
          default -> "=1";
        };
  }

  private static CommandRun usageError(String command, String message) {
    return new CommandRun(
        2,
        "",
        "fetch-characters: %s\nTry 'fetch-characters %s --help' for more information.\n"
            .formatted(message, command));
  }

  @ParameterizedTest
  @CsvSource({
    "1 compare 2, compare, '1'",
    "1-3 --demo serve, serve, '1-3'",
    "1 2 cache, cache, '1'",
    "- generate-completion, generate-completion, '-'",
    "7 help compare, help, '7'"
  })
  void idsAreNamed(String arguments, String command, String id) {
    assertThat(CommandRun.of(arguments.split(" ")))
        .isEqualTo(usageError(command, "unexpected argument '" + id + "' before " + command));
  }

  @Test
  void theUserAndPasswordOfAUrlAreNotRepeated() {
    assertThat(CommandRun.of("http://me:s3cret@127.0.0.1/", "cache").err())
        .contains("'http://…@127.0.0.1/' before cache");
  }

  @Test
  void theFileOfSettingsCounts() {
    assertThat(CommandRun.of("--config=no-such-file", "serve").err())
        .startsWith("fetch-characters: cannot read the settings in 'no-such-file'");
  }

  @Test
  void theColourCounts() {
    assertThat(CommandRun.of("--color=always", "help", "-x").err()).startsWith("\u001B[");
    assertThat(CommandRun.of("--color=always", "help", "serve").out()).contains("\u001B[");
  }

  @Test
  void settingsOfFetchingAreNoneOfTheCommandLine() {
    assertThat(
            CommandRun.withEnvironment(
                Map.of("FETCH_CHARACTERS_MODE", "sync", "FETCH_CHARACTERS_DEMO", "true"),
                "help",
                "cache"))
        .isEqualTo(CommandRun.of("cache", "--help"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--mode=sync cache --help", "--mode=sync compare -h", "1 -V serve"})
  void helpAndTheVersionAreShownWhateverElseIsAsked(String arguments) {
    assertThat(CommandRun.of(arguments.split(" ")).exitCode()).isZero();
  }
}
