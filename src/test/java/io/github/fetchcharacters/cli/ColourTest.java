package io.github.fetchcharacters.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.terminal.Display;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.TerminalSettingsTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The streams that get colours; {@link TerminalSettingsTest} has the rules. */
@Timeout(30)
class ColourTest {

  private static final String ESC = "\u001B[";
  private static final String NAME = ESC + "1;31mfetch-characters:" + ESC + "0m ";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Map<String, String> environment = Map.of();

  private void run(boolean errIsTerminal, boolean outIsTerminal, String... arguments) {
    FetchCharacters.run(
        arguments,
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, UTF_8),
            environment,
            () -> errIsTerminal,
            () -> outIsTerminal,
            () -> 80,
            Display.none()));
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private String err() {
    return err.toString(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--demo --demo-latency=0ms 9999",
        "compare --demo --demo-latency=0ms 9999",
        "x",
        "--no-such-option",
        "serve --port=x",
        "compare --runs=x 1",
      })
  void anErrorHasAColouredNameOnATerminal(String arguments) {
    run(true, false, arguments.split(" "));
    assertThat(err()).startsWith(NAME);
    err.reset();
    run(false, true, arguments.split(" "));
    assertThat(err()).startsWith("fetch-characters: ").doesNotContain(ESC);
  }

  @Test
  void theOptionCountsEvenWhereTheRestOfTheLineIsWrong() {
    run(true, true, "--color=never", "--no-such-option");
    run(true, true, "compare", "--color=never", "--no-such-option");
    assertThat(err()).doesNotContain(ESC);
    run(false, false, "--color=always", "--no-such-option");
    assertThat(err()).contains(NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "ndjson", "csv", "table"})
  void resultsButJsonAreNeverColoured(String format) {
    run(true, true, "--color=always", "-f", format, "--demo", "--demo-latency=0ms", "1", "2");
    assertThat(out()).contains("Rick Sanchez").doesNotContain("\u001B");
  }

  @ParameterizedTest
  @CsvSource({"auto, 1, false", "auto, '', true", "always, 1, true", "never, '', false"})
  void jsonOnATerminalIsLaidOutAndColouredAsJqDoes(String when, String noColor, boolean coloured) {
    environment = Map.of("NO_COLOR", noColor);
    run(false, true, json(when));

    String key = coloured ? ESC + "34;1m\"origin\"" + ESC + "0m" : "\"origin\"";
    String text = coloured ? ESC + "0;32m\"unknown\"" + ESC + "0m" : "\"unknown\"";
    assertThat(out())
        .startsWith("[\n  {\n    ")
        .contains("\n    " + key + ": {\n      ", text)
        .endsWith("\n    ]\n  }\n]\n");
    assertThat(out().contains(ESC)).isEqualTo(coloured);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "always"})
  void jsonInAPipeStaysALineARecord(String when) {
    run(true, false, json(when));

    assertThat(out()).doesNotContain(ESC).startsWith("[\n{\"id\":2,").endsWith("}\n]\n");
    assertThat(out().lines()).hasSize(3);
  }

  private static String[] json(String when) {
    String fields = "--fields=id,name,origin,episode";
    return new String[] {
      "--color=" + when, "-f", "json", fields, "--demo", "--demo-latency=0ms", "2"
    };
  }

  @ParameterizedTest
  @CsvSource({
    "--help, true, true",
    "--help, false, false",
    "--color=always --help, false, true",
    "--color=never --help, true, false",
    "--help --color=never, true, false",
    "compare --help, true, true",
    "compare --color=never --help, true, false",
    "--color=always compare --help, false, true",
    "serve --help, true, true",
    "serve --help, false, false",
    "--color=never serve --help, true, false",
    "generate-completion --help, true, true",
    "generate-completion --help, false, false",
  })
  void helpIsColouredByTheSameChoice(String arguments, boolean isTerminal, boolean coloured) {
    run(!isTerminal, isTerminal, arguments.split(" "));
    assertThat(out()).contains("Usage");
    assertThat(out().contains(ESC)).isEqualTo(coloured);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_COLOR, 1, true, false",
    "TERM, dumb, true, false",
    "CLICOLOR_FORCE, 1, false, true"
  })
  void everyPartReadsTheEnvironment(
      String variable, String value, boolean isTerminal, boolean coloured) {
    environment = Map.of(variable, value);
    run(isTerminal, isTerminal, "--help");
    run(isTerminal, isTerminal, "--waterfall", "--demo", "--demo-latency=0ms", "9999");
    assertThat(Stream.of(out(), err())).allMatch(text -> text.contains(ESC) == coloured);
    assertThat(err().contains(ESC + "31m")).isEqualTo(coloured);
  }

  @ParameterizedTest
  @CsvSource({"generate-completion", "--version"})
  void whatAProgramReadsIsNotColouredByATerminal(String arguments) {
    run(true, true, arguments);
    assertThat(out()).isNotEmpty().doesNotContain("\u001B");
  }

  @Test
  void anUnknownWhenIsRefused() {
    run(false, false, "--color=sometimes", "1");
    assertThat(err())
        .startsWith(
            "fetch-characters: Invalid value for option '--color':"
                + " 'sometimes' is none of [auto, always, never]");
  }
}
