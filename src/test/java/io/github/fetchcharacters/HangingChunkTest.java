package io.github.fetchcharacters;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.client.Certificates;
import io.github.fetchcharacters.http.client.RawServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Answers with a chunk of 2³¹ bytes, which the JDK refuses or parses without end: in a process of
 * its own, since the thread that parses it ends with the process. Another answer that had begun
 * when its thread was lost costs an attempt.
 */
@Timeout(180)
final class HangingChunkTest {

  private static final int IDS = 30;
  private static final long HANGING = 7;

  private static Certificates certificates;

  private final Path folder;

  HangingChunkTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void makeCertificates(@TempDir Path folder) throws Exception {
    certificates = Certificates.in(folder);
  }

  @ParameterizedTest(name = "{0}, TLS {1}")
  @CsvSource({"sync, false", "sync, true", "async, false", "async, true"})
  void oneCostsItsOwnRecordAlone(String mode, boolean secure) throws Exception {
    try (RawServer server = server(secure)) {
      assertThat(run(server, mode)).isEqualTo(1);

      assertThat(Files.readAllLines(folder.resolve("out"))).isEqualTo(allButTheHanging());
      assertThat(Files.readAllLines(folder.resolve("err")))
          .singleElement()
          .asString()
          .startsWith("fetch-characters: character 7: ");
    }
  }

  private int run(RawServer server, String mode) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--config=/dev/null",
            "--base-url=" + server.uri("/api"),
            certificates.option(),
            "--timeout=5s",
            "--retries=2",
            "--retry-delay=0ms",
            "--mode=" + mode,
            "1-" + IDS);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    try {
      assertThat(process.waitFor(150, TimeUnit.SECONDS)).as("ended").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static RawServer server(boolean secure) throws Exception {
    return new RawServer(
        secure ? certificates.serverContext("good") : null,
        connection -> {
          for (String head = connection.request(); head != null; head = connection.request()) {
            answer(connection, id(head));
          }
        });
  }

  private static void answer(RawServer.Connection connection, long id) throws IOException {
    if (id == HANGING) {
      connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n80000000\r\n{\"id\":");
      return;
    }
    String body = "{\"id\":" + id + ",\"name\":\"Number " + id + "\"}";
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
  }

  private static long id(String head) {
    String path = head.substring(0, head.indexOf(" HTTP/"));
    return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }

  private static List<String> allButTheHanging() {
    return LongStream.rangeClosed(1, IDS)
        .filter(id -> id != HANGING)
        .mapToObj(id -> "Number " + id)
        .toList();
  }
}
