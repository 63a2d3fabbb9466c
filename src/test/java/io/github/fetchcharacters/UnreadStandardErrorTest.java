package io.github.fetchcharacters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole process, with a pipe for standard error that holds less than is said. */
@Timeout(120)
class UnreadStandardErrorTest {

  private static final int IDS = 1500;

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void resultsComeThoughNobodyReadsTheLog(String mode) throws Exception {
    Process process = start("-vt", "--mode=" + mode, "1-826,1-674");
    try {
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(out).hasLineCount(IDS);
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async"})
  void theLogIsWholeWhereItIsReadLate(String mode) throws Exception {
    Process process = start("-vt", "--mode=" + mode, "1-826,1-674");
    try (var out = process.getInputStream();
        var err = process.getErrorStream()) {
      out.read();
      Thread reader = new Thread(() -> drain(out));
      reader.start();
      String log = new String(err.readAllBytes(), UTF_8);

      assertThat(log.lines().filter(line -> line.contains(" got "))).hasSize(IDS);
      assertThat(log.lines()).hasSize(4 * IDS + 1);
      assertThat(log.lines().reduce("", (before, line) -> line))
          .startsWith(IDS + " characters in ");
    } finally {
      process.destroyForcibly();
    }
  }

  private static void drain(java.io.InputStream stream) {
    try {
      stream.readAllBytes();
    } catch (java.io.IOException ended) {
      // The test fails by what it counts.
    }
  }

  private static Process start(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--config=/dev/null",
                "--demo",
                "--demo-latency=0ms"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }
}
