package io.github.fetchcharacters.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pipeline on a terminal, which script (of util-linux) makes. */
@Timeout(60)
class PagerTest {

  /** Says on standard error whether there is one, as soon as its standard input ends. */
  static final class Asking {
    public static void main(String[] args) throws IOException {
      System.in.readAllBytes();
      System.err.println("beside a pager: " + Pager.isBeside());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'sh -c \"exec 7</dev/tty; : >go; cat\"', true",
    "'sh -c \": >go; cat\"', false",
    "'sh -c \": >go; cat\" 7</dev/null', false",
  })
  void isAProcessOfThePipelineThatOpensTheTerminal(
      String reader, boolean beside, @TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")));
    Path output = folder.resolve("output");
    String java =
        Path.of(System.getProperty("java.home"), "bin", "java")
            + " -cp "
            + System.getProperty("java.class.path")
            + " '"
            + Asking.class.getName()
            + "'";
    // The first waits until the reader has opened the other end of its pipe, and closed it.
    String pipeline = "mkfifo go && cat go | " + java + " | " + reader;
    Process process =
        new ProcessBuilder("script", "-qec", pipeline, "/dev/null")
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(output)).contains("beside a pager: " + beside);
  }
}
