package io.github.fetchcharacters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command as it is packaged, started as a process on the JDK that runs the tests. */
final class PackagedCommand {

  static final Path LAUNCHER = Path.of("target/fetch-characters/bin/fetch-characters");

  /** The user who runs the tests may have some. */
  private static final String NO_SETTINGS = "/dev/null";

  private PackagedCommand() {}

  /** An ended process. */
  record Result(int exitCode, String out, String err) {}

  /** Runs the command to its end, with nothing on standard input. */
  static Result run(Path folder, String... arguments) throws Exception {
    return end(folder, new ProcessBuilder(command(arguments)));
  }

  /** Runs a script in which {@code "$0"} is the command. */
  static Result runInShell(Path folder, String script) throws Exception {
    return end(folder, new ProcessBuilder("sh", "-c", script, LAUNCHER.toString()));
  }

  /** Runs the command with other variables and the given standard output. */
  static Result runInto(File out, Path folder, Map<String, String> environment, String... arguments)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command(arguments));
    builder.environment().putAll(environment);
    return end(folder, builder, out);
  }

  /** Starts the command with pipes. */
  static Process start(String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(arguments));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("FETCH_CHARACTERS_CONFIG", NO_SETTINGS);
    return builder.start();
  }

  /** Reads the process's standard error until a line holds the text; the lines so far. */
  static void awaitLine(BufferedReader lines, String text) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.contains(text)) {
      line = lines.readLine();
    }
    assertThat(line).as("a line with " + text).isNotNull();
  }

  static BufferedReader linesOf(InputStream stream) {
    return new BufferedReader(new InputStreamReader(stream, UTF_8));
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static Result end(Path folder, ProcessBuilder builder) throws Exception {
    return end(folder, builder, folder.resolve("out").toFile());
  }

  private static Result end(Path folder, ProcessBuilder builder, File out) throws Exception {
    Path err = folder.resolve("err");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("FETCH_CHARACTERS_CONFIG", NO_SETTINGS);
    Process process = builder.redirectOutput(out).redirectError(err.toFile()).start();
    try {
      process.getOutputStream().close();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Result(
        process.exitValue(),
        out.isFile() ? Files.readString(out.toPath()) : "",
        Files.readString(err));
  }
}
