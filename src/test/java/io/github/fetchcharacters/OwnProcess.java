package io.github.fetchcharacters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a command in a process of its own, which ends with the test, and keeps what it prints. */
final class OwnProcess {

  /** Far more than any of them takes. */
  private static final int MAX_SECONDS = 150;

  private final Path out;
  private final Path err;

  /**
   * @param folder keeps what the command prints
   */
  OwnProcess(Path folder) {
    this.out = folder.resolve("out");
    this.err = folder.resolve("err");
  }

  /** The command that runs a class in the Java of the tests, with options of the JVM. */
  static Stream<String> java(
      List<String> options, String classPath, Class<?> program, Stream<String> arguments) {
    return Stream.of(
            Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            options.stream(),
            Stream.of("-cp", classPath, program.getName()),
            arguments)
        .flatMap(part -> part);
  }

  /** Runs a command to its end; returns its exit status. */
  int run(Stream<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command.toList())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** The lines of standard output. */
  List<String> out() throws IOException {
    return Files.readAllLines(out);
  }

  /** The lines of standard error. */
  List<String> err() throws IOException {
    return Files.readAllLines(err);
  }
}
