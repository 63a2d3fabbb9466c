package io.github.fetchcharacters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged command when it is interrupted or terminated. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class SignalIT {

  @ParameterizedTest
  @CsvSource({
    "INT, sync, 130",
    "INT, async, 130",
    "INT, threads, 130",
    "TERM, sync, 143",
    "TERM, async, 143",
    "TERM, threads, 143",
  })
  void endsARunThatWaitsForAnAnswer(String signal, String mode, int exitCode) throws Exception {
    Process process =
        PackagedCommand.start(
            "--mode=" + mode, "-f", "json", "-v", "--demo", "--demo-latency=1h", "1", "10");
    try {
      BufferedReader err = PackagedCommand.linesOf(process.getErrorStream());
      PackagedCommand.awaitLine(err, " fetching http://");

      send(signal, process);

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(process.exitValue()).isEqualTo(exitCode);
      assertThat(err.lines())
          .allMatch(
              line ->
                  line.matches("\\d\\d:\\d\\d:\\d{6} (get|fetch|got exception: cancelled).*")
                      || line.matches("fetch-characters: 2 characters not fetched, interrupted"));
      // On a busy machine the time for ending the array may be too short.
      assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isIn("[]\n", "");
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, sync, 130", "INT, async, 130", "TERM, threads, 143"})
  void endsARunThatWaitsForStandardInput(String signal, String mode, int exitCode)
      throws Exception {
    Process process = PackagedCommand.start("--mode=" + mode, "--demo", "--demo-latency=1ms", "-");
    try {
      BufferedReader out = PackagedCommand.linesOf(process.getInputStream());
      process.getOutputStream().write("1\n".getBytes(UTF_8));
      process.getOutputStream().flush();
      assertThat(out.readLine()).isEqualTo("Rick Sanchez");

      send(signal, process);

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(process.exitValue()).isEqualTo(exitCode);
      assertThat(out.lines()).isEmpty();
      assertThat(PackagedCommand.linesOf(process.getErrorStream()).lines()).isEmpty();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void endsTheServer() throws Exception {
    Process process = PackagedCommand.start("serve", "--latency=1ms");
    try {
      BufferedReader out = PackagedCommand.linesOf(process.getInputStream());
      String line = out.readLine();
      assertThat(line).matches("listening on http://127\\.0\\.0\\.1:\\d+/api");
      URI rick = URI.create(line.substring("listening on ".length()) + "/character/1");
      try (InputStream answer = rick.toURL().openStream()) {
        assertThat(new String(answer.readAllBytes(), UTF_8)).startsWith("{\"id\":1,");
      }

      send("TERM", process);

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      assertThat(out.lines()).isEmpty();
      assertThat(PackagedCommand.linesOf(process.getErrorStream()).lines()).isEmpty();
    } finally {
      process.destroyForcibly();
    }
  }

  private static void send(String signal, Process process) throws Exception {
    Assumptions.assumeFalse(signal.equals("INT") && interruptsAreIgnored());
    Process kill =
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).inheritIO().start();
    assertThat(kill.waitFor()).as("kill").isZero();
  }

  /** A build in the background of a script hands this down, as nohup does for SIGHUP. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
        .anyMatch(mask -> (mask & 0b10) != 0);
  }
}
