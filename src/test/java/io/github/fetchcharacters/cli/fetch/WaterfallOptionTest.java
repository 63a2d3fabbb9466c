package io.github.fetchcharacters.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.FetchCharacters;
import io.github.fetchcharacters.terminal.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaterfallOptionTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private void run(Map<String, String> environment, boolean isTerminal, String... arguments) {
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            () -> isTerminal);
    FetchCharacters.run(arguments, streams);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void drawsTheRunOnStandardErrorAlone() {
    run(
        Map.of("LANG", "C.UTF-8"),
        false,
        "--demo",
        "--demo-latency=0ms",
        "--waterfall",
        "1",
        "9999");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Rick Sanchez\n");
    assertThat(err().lines().toList())
        .anyMatch(line -> line.matches("   1  200 +\\d+ +█+"))
        .anyMatch(line -> line.matches("9999  404 +\\d+ +▒+"));
    assertThat(err()).doesNotContain("\u001B");
  }

  @Test
  void isColouredOnATerminalUnlessTheEnvironmentSaysNo() {
    run(Map.of(), true, "--demo", "--demo-latency=0ms", "--waterfall", "1");
    assertThat(err()).contains("\u001B[32m#");
    err.reset();
    run(Map.of("NO_COLOR", "1"), true, "--demo", "--demo-latency=0ms", "--waterfall", "1");
    assertThat(err()).contains("#").doesNotContain("\u001B");
  }

  @Test
  void ofManyItSaysHowToSeeThoseLeftOut() {
    run(Map.of(), false, "--demo", "--demo-latency=0ms", "--waterfall", "1-50");
    assertThat(err()).contains("\n~ 10 more (--waterfall=all shows them)\n");
    err.reset();
    run(Map.of(), false, "--demo", "--demo-latency=0ms", "--waterfall=all", "1-50");
    assertThat(err().lines()).hasSize(51);
  }

  @Test
  void itsValueCountsOnlyInTheSameWord() {
    run(Map.of(), false, "--demo", "--demo-latency=0ms", "--waterfall", "1");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Rick Sanchez\n");
    run(Map.of(), false, "--waterfall=some", "1");
    assertThat(err()).contains("Invalid value for option '--waterfall': 'some' is not 'all'");
  }

  @Test
  void aSettingOfItIsThatOfAFlagOrAll() {
    for (String value : new String[] {"true", "1", "all"}) {
      err.reset();
      run(Map.of("FETCH_CHARACTERS_WATERFALL", value), false, "--demo", "--demo-latency=0ms", "1");
      assertThat(err()).as(value).contains("status");
    }
    err.reset();
    run(Map.of("FETCH_CHARACTERS_WATERFALL", "false"), false, "--demo", "-q", "1");
    assertThat(err()).isEmpty();
  }

  @Test
  void nothingIsDrawnUnlessAskedFor() {
    run(Map.of(), true, "--demo", "--demo-latency=0ms", "1");
    assertThat(err()).isEmpty();
  }
}
