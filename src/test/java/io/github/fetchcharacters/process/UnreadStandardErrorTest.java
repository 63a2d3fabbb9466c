package io.github.fetchcharacters.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.Main;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole process, with a pipe for standard error that holds less than the messages. */
@Timeout(120)
class UnreadStandardErrorTest {

  /** Their log is some 120 kB, a pipe holds 64. */
  private static final int IDS = 600;

  /** In all modes at once, since each run waits 5 s for a reader. */
  @Test
  void resultsComeThoughTheLogHasNoReader(@TempDir Path folder) throws Exception {
    Map<Path, Process> runs = new HashMap<>();
    try {
      for (String mode : List.of("sync", "async", "threads")) {
        Path names = folder.resolve(mode);
        runs.put(names, logging(mode).redirectOutput(names.toFile()).start());
      }
      for (Map.Entry<Path, Process> run : runs.entrySet()) {
        assertThatItEndsWell(run.getValue(), run.getKey(), IDS);
      }
    } finally {
      runs.values().forEach(Process::destroyForcibly);
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
      assertThatItEndsWell(process, names, 826);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void assertThatItEndsWell(Process process, Path names, int count)
      throws Exception {
    assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("%s ended", names).isTrue();
    assertThat(process.exitValue()).as("status of %s", names).isZero();
    assertThat(Files.readAllLines(names)).hasSize(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async"})
  void theLogIsWholeWhereItIsRead(String mode, @TempDir Path folder) throws Exception {
    Path names = folder.resolve("names");
    Process process = logging(mode).redirectOutput(names.toFile()).start();
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

  private static ProcessBuilder logging(String mode) {
    return command("-vt", "--mode=" + mode, "1-" + IDS);
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
