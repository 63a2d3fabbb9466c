package io.github.fetchcharacters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.FetchCharacters;
import io.github.fetchcharacters.terminal.Display;
import io.github.fetchcharacters.terminal.StatusLine;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.Ticks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes that a process loads: needless ones slow its start. */
final class StartupTest {

  private final Path folder;

  StartupTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "-V", "-th"})
  void helpAndVersionBuildNoClient(String argument) throws Exception {
    assertThat(classesLoadedBy(argument))
        .contains("picocli.CommandLine")
        .noneMatch(name -> name.startsWith("java.net.http."))
        .noneMatch(name -> name.startsWith("com.fasterxml.jackson."));
  }

  /** Reading annotations by reflection makes a class for each of them, which no archive holds. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "compare --help",
        "--demo --demo-latency=0ms 1",
        "compare --demo --demo-latency=0ms --runs=1 1"
      })
  void noAnnotationIsRead(String arguments) throws Exception {
    assertThat(classesLoadedBy(arguments.split(" ", -1)))
        .contains("picocli.CommandLine")
        .noneMatch(name -> name.contains(".$Proxy"));
  }

  @Test
  void plainHttpSetsUpNoTls() throws Exception {
    assertThat(classesLoadedBy("--demo", "--demo-latency=0ms", "1"))
        .contains("java.net.http.HttpClient")
        .noneMatch(name -> name.startsWith("sun.security.ssl."))
        .noneMatch(name -> name.matches(".*\\.api\\.(WatchedTls|WatchedEngine|DelegatingEngine)"));
  }

  @Test
  void aFetchReadsNoSubcommand() throws Exception {
    assertThat(classesLoadedBy("--demo", "--demo-latency=0ms", "1"))
        .contains("io.github.fetchcharacters.cli.fetch.FetchCommand")
        .doesNotContain("io.github.fetchcharacters.cli.ServeCommand");
  }

  @Test
  void aFetchOfNamesReadsNoOtherFormat() throws Exception {
    assertThat(classesLoadedBy("--demo", "--demo-latency=0ms", "1"))
        .contains("io.github.fetchcharacters.output.Layout")
        .noneMatch(name -> name.startsWith("com.fasterxml.jackson.dataformat."))
        .noneMatch(name -> name.startsWith("org.jline."))
        .noneMatch(
            name ->
                name.matches(".*\\.output\\.(Fields|Rows|SeparatedWriter|TableWriter|PrettyJson)"));
  }

  @Test
  void aFetchWithoutACacheReadsNothingOfIt() throws Exception {
    assertThat(classesLoadedBy("--demo", "--demo-latency=0ms", "1"))
        .contains("io.github.fetchcharacters.api.Session")
        .noneMatch(name -> name.startsWith("io.github.fetchcharacters.cache."))
        .noneMatch(name -> name.matches(".*\\.api\\.(AnswerCache|AnswerNames|CacheSettings|Kept)"));
  }

  @Test
  void aTableReadsNoCsv() throws Exception {
    assertThat(classesLoadedBy("--demo", "--demo-latency=0ms", "--format=table", "1"))
        .contains("io.github.fetchcharacters.output.TableWriter")
        .noneMatch(name -> name.startsWith("com.fasterxml.jackson.dataformat."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "always"})
  void aShortFetchLoadsNoProgressBar(String when) throws Exception {
    assertThat(
            classesLoadedIn(
                InNoTime.class, "--demo", "--demo-latency=0ms", "--progress=" + when, "1"))
        .contains("io.github.fetchcharacters.cli.fetch.FetchCommand")
        .doesNotContain("io.github.fetchcharacters.terminal.ProgressLine")
        .noneMatch(name -> name.startsWith("me.tongfei.") || name.startsWith("org.jline."));
  }

  /** The tool where no time passes between its ticks: on a busy machine a second may. */
  static final class InNoTime implements Ticks {
    public static void main(String[] args) {
      StatusLine line = new StatusLine(System.err);
      Streams streams =
          new Streams(
              System.in,
              System.out,
              new PrintStream(line, true, UTF_8),
              System.getenv(),
              () -> true,
              () -> false,
              () -> 80,
              new Display(line, () -> 80, new InNoTime()));
      System.exit(FetchCharacters.run(args, streams));
    }

    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public Runnable start(Runnable tick) {
      tick.run();
      return tick;
    }
  }

  private List<String> classesLoadedBy(String... arguments) throws Exception {
    return classesLoadedIn(Main.class, arguments);
  }

  private List<String> classesLoadedIn(Class<?> main, String... arguments) throws Exception {
    Path log = folder.resolve("classes");
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xlog:class+load:file=" + log + ":none",
                            "-cp",
                            System.getProperty("java.class.path"),
                            main.getName()),
                        Stream.of(arguments))
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(output()).isZero();
    return Files.readAllLines(log).stream().map(line -> line.split(" ", 2)[0]).toList();
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"));
  }
}
