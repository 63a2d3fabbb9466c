package io.github.fetchcharacters;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.client.Certificates;
import io.github.fetchcharacters.http.client.RawServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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

  private static final Certificates CERTIFICATES = Certificates.shared();

  private final OwnProcess process;

  HangingChunkTest(@TempDir Path folder) {
    process = new OwnProcess(folder);
  }

  @ParameterizedTest(name = "{0}, TLS {1}")
  @CsvSource({"sync, false", "sync, true", "async, false", "async, true"})
  void oneCostsItsOwnRecordAlone(String mode, boolean secure) throws Exception {
    try (RawServer server = server(secure)) {
      assertThat(run(server, mode)).isEqualTo(1);

      assertThat(process.out()).isEqualTo(allButTheHanging());
      assertThat(process.err())
          .singleElement()
          .asString()
          .startsWith("fetch-characters: character 7: ");
    }
  }

  private int run(RawServer server, String mode) throws Exception {
    return process.run(
        OwnProcess.java(
            List.of(),
            System.getProperty("java.class.path"),
            Main.class,
            Stream.of(
                "--config=/dev/null",
                "--base-url=" + server.uri("/api"),
                CERTIFICATES.option(),
                "--timeout=5s",
                "--retries=2",
                "--retry-delay=0ms",
                "--mode=" + mode,
                "1-" + IDS)));
  }

  private static RawServer server(boolean secure) throws Exception {
    return new RawServer(
        secure ? CERTIFICATES.serverContext("good") : null,
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
