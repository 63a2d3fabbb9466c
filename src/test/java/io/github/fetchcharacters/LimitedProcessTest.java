package io.github.fetchcharacters;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.client.Certificates;
import io.github.fetchcharacters.http.client.Http2Connection;
import io.github.fetchcharacters.http.client.RawHttp2Server;
import io.github.fetchcharacters.http.client.RawServer;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run takes of the machine, in a process of its own, started as the launcher does. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
final class LimitedProcessTest {

  private static final int IDS = 300;

  /** Of the JVM and of the tests' class path. */
  private static final int DESCRIPTORS_OF_THE_JVM = 100;

  /** The launcher's options for the heap and the compilers. */
  private static final List<String> AS_THE_LAUNCHER =
      List.of("-XX:+UseSerialGC", "-Xms48m", "-Xmn32m", "-XX:TieredStopAtLevel=1");

  private static final Pattern OF_THE_TOOL =
      Pattern.compile("(picocli|slf4j|jackson|jline|progressbar|bucket4j)[^/]*\\.jar$");

  private static final Certificates CERTIFICATES = Certificates.shared();

  private final Path folder;
  private final OwnProcess process;

  LimitedProcessTest(@TempDir Path folder) {
    this.folder = folder;
    this.process = new OwnProcess(folder);
  }

  /** Status, kB of memory and descriptors, as {@link MeasuredRun} prints them. */
  private record Measured(int status, long memory, int descriptors) {
    static Measured of(String line) {
      String[] words = line.split(" ", -1);
      return new Measured(
          Integer.parseInt(words[0]), Long.parseLong(words[1]), Integer.parseInt(words[2]));
    }
  }

  /** It took 562 MB once, since the client keeps an acknowledgement for each frame. */
  @Test
  void aFloodOfFramesTakesLittleMemory() throws Exception {
    try (RawHttp2Server server =
        new RawHttp2Server(
            CERTIFICATES.serverContext("good"),
            connection -> {
              while (true) {
                connection.ping();
              }
            })) {
      Measured run = measured(server, "--retries=0", "--timeout=10s", "1");

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.memory()).isLessThanOrEqualTo(150_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"async", "threads"})
  void connectionsThatEndLeaveNoDescriptorBehind(String mode) throws Exception {
    try (RawHttp2Server server =
        new RawHttp2Server(
            CERTIFICATES.serverContext("good"), LimitedProcessTest::goAwayAfterTen)) {
      Measured run =
          measured(server, "--retries=0", "--concurrency=8", "--mode=" + mode, "1-" + IDS);

      assertThat(run.status()).isZero();
      assertThat(server.connections()).isGreaterThanOrEqualTo(IDS / 10);
      assertThat(server.peak()).isLessThanOrEqualTo(12);
      assertThat(run.descriptors()).isLessThanOrEqualTo(DESCRIPTORS_OF_THE_JVM + 60);
      server.awaitOpen(0);
    }
  }

  private static RawHttp2Server.Answers goAwayAfterTen(Http2Connection connection) {
    return stream -> {
      int number = connection.requestCount();
      if (number == 10) {
        connection.goAway(stream.id(), Http2Connection.NO_ERROR);
      }
      if (number <= 10) {
        String id = stream.path().substring(stream.path().lastIndexOf('/') + 1);
        stream.answer("{\"id\":" + id + ",\"name\":\"Number " + id + "\"}");
      }
    };
  }

  @Test
  void withoutDescriptorsRequestsFailOneByOne() throws Exception {
    try (RawServer silent = new RawServer(RawServer.Connection::awaitLeave)) {
      Stream<String> command =
          Stream.concat(
              Stream.of("sh", "-c", "ulimit -n 64; exec \"$@\"", "sh"),
              java(
                  packed(),
                  Main.class,
                  "--config=/dev/null",
                  "--base-url=" + silent.uri("/api"),
                  "--timeout=1s",
                  "--retries=0",
                  "--concurrency=1000",
                  "1-100"));

      assertThat(process.run(command)).isEqualTo(1);
      assertThat(process.err())
          .hasSize(100)
          .allMatch(line -> line.matches("fetch-characters: character \\d+: .*"))
          .noneMatch(line -> line.contains("internal error"))
          .anyMatch(line -> line.contains("no complete answer within 1s"));
    }
  }

  /** The tool's own class path: a folder takes a descriptor for each class that is loaded. */
  private String packed() throws Exception {
    Path classes = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = folder.resolve("tool.jar");
    try (Stream<Path> files = Files.walk(classes);
        JarOutputStream packed = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        packed.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, packed);
      }
    }
    return Stream.concat(
            Stream.of(jar.toString()),
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> OF_THE_TOOL.matcher(path).find()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Measured measured(RawHttp2Server server, String... arguments) throws Exception {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--config=/dev/null", "--base-url=" + server.uri("/api"), CERTIFICATES.option()));
    all.addAll(List.of(arguments));
    String classPath = System.getProperty("java.class.path");
    assertThat(process.run(java(classPath, MeasuredRun.class, all.toArray(String[]::new))))
        .isZero();
    return Measured.of(process.out().get(0));
  }

  private static Stream<String> java(String classPath, Class<?> program, String... arguments) {
    return OwnProcess.java(AS_THE_LAUNCHER, classPath, program, Stream.of(arguments));
  }
}
