package io.github.fetchcharacters.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.Main;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole process, with a pipe for standard error that holds less than the messages. */
@Timeout(120)
class UnreadStandardErrorTest {

  private static final int IDS = 1500;

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "threads"})
  void resultsComeThoughTheLogHasNoReader(String mode, @TempDir Path folder) throws Exception {
    Path names = folder.resolve("names");
    Process process =
        command("-vt", "--mode=" + mode, "1-826,1-674").redirectOutput(names.toFile()).start();
    try {
      assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(Files.readAllLines(names)).hasSize(IDS);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The progress is drawn after a second, into a pipe that the log has filled by then. */
  @Test
  void theRunEndsThoughTheProgressHasNoReader(@TempDir Path folder) throws Exception {
    Path names = folder.resolve("names");
    Process process =
        command("-v", "--progress=always", "--rate=300/s", "1-826")
            .redirectOutput(names.toFile())
            .start();
    try {
      assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(Files.readAllLines(names)).hasSize(826);
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async"})
  void theLogIsWholeWhereItIsRead(String mode, @TempDir Path folder) throws Exception {
    Path names = folder.resolve("names");
    Process process =
        command("-vt", "--mode=" + mode, "1-826,1-674").redirectOutput(names.toFile()).start();
    try (BufferedReader reader = process.errorReader(UTF_8)) {
      List<String> log = reader.lines().toList();

      assertThat(log).hasSize(4 * IDS + 1);
      assertThat(log.stream().filter(line -> line.contains(" got "))).hasSize(IDS);
      assertThat(log.get(log.size() - 1)).startsWith(IDS + " characters in ");
      assertThat(Files.readAllLines(names)).hasSize(IDS);
    } finally {
      process.destroyForcibly();
    }
  }

  private static ProcessBuilder command(String... arguments) {
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
    return new ProcessBuilder(command);
  }
}
