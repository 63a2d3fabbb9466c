package io.github.fetchcharacters.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.selection.InterruptibleInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that end before their ids do. */
@Timeout(60)
class StoppedRunTest {

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void tellsOfManyMissingIdsInOneLine(String mode) {
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

  @Test
  void aWrongProxyLeavesNoResultBehind() {
    CommandRun run = CommandRun.of("-f", "json", "--proxy=foo://x", "1");

    assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anInterruptEndsTheWaitForInput() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    InterruptibleInput input = new InterruptibleInput(new SilentInput(never), () -> {});
    Thread.currentThread().interrupt();

    assertThat(input.read()).isNegative();
    assertThat(Thread.interrupted()).isTrue();
    never.countDown();
  }

  @Test
  void inputIsReadToItsEnd() throws IOException {
    InterruptibleInput input =
        new InterruptibleInput(new ByteArrayInputStream("é".getBytes(UTF_8)), () -> {});

    assertThat(new int[] {input.read(), input.read(), input.read(), input.read()})
        .containsExactly(0xC3, 0xA9, -1, -1);
  }
}
