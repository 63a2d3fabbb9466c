package io.github.fetchcharacters.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.fetch.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that end before their ids do. */
@Timeout(60)
class StoppedRunTest {

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void reportsManyMissingIdsInOneLine(String mode) {
    CommandRun run =
        CommandRun.of(
            "--demo",
            "--demo-latency=0ms",
            "--mode=" + mode,
            "--fail-fast",
            "9999",
            "1-999999999999");

    assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err())
        .containsPattern(
            "(?m)^fetch-characters: characters \\d+-999999999999: not fetched, stopped at the"
                + " first failure \\(--fail-fast\\)$");
  }

  @ParameterizedTest
  @EnumSource
  void reportsTheIdsThatAnArgumentsFileHasBehindAFailure(Mode mode, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("ids"), "9999\n# the others\n1-3 7");
    CommandRun run =
        CommandRun.of("--demo", "--mode=" + mode, "-c", "1", "--fail-fast", "@" + file);

    assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.outLines().size() + run.errLines().size()).isEqualTo(5);
    assertThat(run.err()).contains("character 9999: 404 Character not found\n");
  }

  @Test
  void aWrongProxyLeavesNoResultBehind() {
    CommandRun run = CommandRun.of("-f", "json", "--proxy=foo://x", "1");

    assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.out()).isEmpty();
  }
}
