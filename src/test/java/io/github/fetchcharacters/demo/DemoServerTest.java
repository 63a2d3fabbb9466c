package io.github.fetchcharacters.demo;

import static io.github.fetchcharacters.demo.SettingsFixture.AT_ONCE;
import static io.github.fetchcharacters.demo.SettingsFixture.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.fetchcharacters.demo.character.Catalogue;
import io.github.fetchcharacters.demo.character.CharacterApi;
import io.github.fetchcharacters.model.RateLimit;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class DemoServerTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void servesTheApiOnLoopback() throws Exception {
    try (DemoServer server = DemoServer.start(AT_ONCE)) {
      HttpResponse<String> response = get(server, "/character/1");

      assertThat(server.baseUri()).hasScheme("http").hasHost("127.0.0.1").hasPath("/api");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).startsWith("{\"id\":1,\"name\":\"Rick Sanchez\",");
      assertThat(response.headers().firstValue("content-type"))
          .hasValue("application/json; charset=utf-8");
      assertThat(response.headers().firstValue("etag").orElseThrow()).startsWith("W/\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"%31%2C2, 200", "abc, 500", "9999, 404", "?page=43, 404", "?name=zo%C3%AB, 200"})
  void readsTheUrlDecoded(String rest, int status) throws Exception {
    try (DemoServer server = DemoServer.start(AT_ONCE)) {
      assertThat(get(server, "/character/" + rest).statusCode()).isEqualTo(status);
    }
  }

  @Test
  void closingKeepsTheCallersInterrupt() throws Exception {
    DemoServer server = DemoServer.start(AT_ONCE);
    Thread.currentThread().interrupt();

    server.close();

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void answersHeadWithTheHeadersOfGet() throws Exception {
    try (DemoServer server = DemoServer.start(AT_ONCE)) {
      HttpRequest request =
          HttpRequest.newBuilder(uri(server, "/character/1"))
              .method("HEAD", BodyPublishers.noBody())
              .build();

      HttpResponse<String> head = CLIENT.send(request, BodyHandlers.ofString());
      HttpResponse<String> get = get(server, "/character/1");

      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().allValues("content-length"))
          .isEqualTo(get.headers().allValues("content-length"));
    }
  }

  @Test
  void knowsNoOtherMethods() throws Exception {
    try (DemoServer server = DemoServer.start(AT_ONCE)) {
      HttpRequest request =
          HttpRequest.newBuilder(uri(server, "/character/1"))
              .POST(BodyPublishers.ofString("{}"))
              .build();

      assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void keepsTheConnectionOpenForTheNextRequest() throws Exception {
    try (DemoServer server = DemoServer.start(AT_ONCE);
        Socket socket = connect(server)) {
      for (int request = 0; request < 3; request++) {
        send(socket, "HEAD /api/character/1 HTTP/1.1\r\nHost: demo\r\n\r\n");

        assertThat(readHead(socket.getInputStream())).startsWith("HTTP/1.1 200 ");
      }
    }
  }

  @Test
  void answersManyAtOnceAfterTheirLatency() throws Exception {
    DemoSettings settings =
        settings(it -> it.latency = Duration.ofMillis(1), it -> it.jitter = Duration.ofMillis(5));
    try (DemoServer server = DemoServer.start(settings)) {
      List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
      for (int id = 1; id <= 100; id++) {
        HttpRequest request = HttpRequest.newBuilder(uri(server, "/character/" + id)).build();
        responses.add(CLIENT.sendAsync(request, BodyHandlers.ofString()));
      }

      for (int id = 1; id <= 100; id++) {
        assertThat(responses.get(id - 1).join().body()).startsWith("{\"id\":" + id + ",");
      }
    }
  }

  @Test
  void answersTheShareOfRequestsAskedForWithAnError() throws Exception {
    try (DemoServer server = DemoServer.start(settings(it -> it.errorRate = 1))) {
      List<String> answers = new ArrayList<>();
      for (int request = 0; request < 20; request++) {
        HttpResponse<String> response = get(server, "/character/1");
        answers.add(response.statusCode() + response.body());
      }

      assertThat(Set.copyOf(answers))
          .containsExactlyInAnyOrder(
              "500{\"error\":\"Internal Server Error\"}", "503{\"error\":\"Service Unavailable\"}");
    }
  }

  @Test
  void closesTheConnectionOfAResetRequestWithoutAnAnswer() throws Exception {
    try (DemoServer server = DemoServer.start(settings(it -> it.resetRate = 1));
        Socket socket = connect(server)) {
      send(socket, "GET /api/character/1 HTTP/1.1\r\nHost: demo\r\n\r\n");

      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void refusesWhatIsAboveTheRateLimitAndSaysHowLongToWait() throws Exception {
    DemoSettings settings =
        settings(
            it -> it.rateLimit = new RateLimit(1, Duration.ofHours(1)),
            it -> it.retryAfter = Duration.ofMillis(1001));
    try (DemoServer server = DemoServer.start(settings)) {
      assertThat(get(server, "/character/1").statusCode()).isEqualTo(200);

      HttpResponse<String> refused = get(server, "/character/1");

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("retry-after")).hasValue("2");
      assertThat(refused.body())
          .isEqualTo("{\"error\":\"Too many requests, please try again later\"}");
    }
  }

  @Test
  void namesNoWaitUnlessSet() throws Exception {
    RateLimit limit = new RateLimit(1, Duration.ofHours(1));
    try (DemoServer server = DemoServer.start(settings(it -> it.rateLimit = limit))) {
      get(server, "/character/1");

      assertThat(get(server, "/character/1").headers().firstValue("retry-after")).isEmpty();
    }
  }

  @Test
  void answersRequestsThatCameTogetherInTheirOrder() throws Exception {
    try (DemoServer server = DemoServer.start(settings(it -> it.latency = Duration.ofMillis(1)));
        Socket socket = connect(server)) {
      StringBuilder requests = new StringBuilder();
      for (int id = 1; id <= 600; id++) {
        requests
            .append("HEAD /api/character/")
            .append(id)
            .append("?x HTTP/1.1\r\nHost: demo\r\n\r\n");
      }
      requests.append("GET /api/character/abc HTTP/1.0\r\n\r\n");

      send(socket, requests.toString());

      for (int id = 1; id <= 600; id++) {
        assertThat(readHead(socket.getInputStream())).contains("Content-Length: " + length(id));
      }
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 500 ")
          .endsWith("{\"error\":\"Hey! you must provide an id\"}");
    }
  }

  private static int length(int id) {
    CharacterApi api = new CharacterApi(new Catalogue(826));
    return api.answer("/api/character/" + id).body().getBytes(UTF_8).length;
  }

  @Test
  void answersAClientThatWillSendNoMore() throws Exception {
    try (DemoServer server = DemoServer.start(settings(it -> it.latency = Duration.ofMillis(1)));
        Socket socket = connect(server)) {
      send(socket, "GET /api/character/0 HTTP/1.1\r\nHost: demo\r\n\r\n");
      socket.shutdownOutput();

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .endsWith("{\"error\":\"Character not found\"}");
    }
  }

  @Test
  void sendsMoreThanAConnectionHoldsToAClientThatReadsLate() throws Exception {
    DemoSettings settings = settings(it -> it.characters = 20_000);
    String ids =
        IntStream.rangeClosed(10_000, 12_500).mapToObj(Integer::toString).collect(joining(","));
    try (DemoServer server = DemoServer.start(settings);
        Socket socket = connect(server)) {
      String request = "GET /api/character/" + ids + " HTTP/1.1\r\nHost: demo\r\n";
      for (int i = 0; i < 20; i++) {
        send(socket, request + "\r\n");
      }
      send(socket, request + "Connection: close\r\n\r\n");

      String answers = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(22);
      assertThat(answers).endsWith("}]");
    }
  }

  @ParameterizedTest
  @CsvSource({"GET /a b HTTP/1.1, 400 Bad Request", "nonsense, 400 Bad Request"})
  void refusesWhatIsNoRequestAndCloses(String line, String status) throws Exception {
    try (DemoServer server = DemoServer.start(AT_ONCE);
        Socket socket = connect(server)) {
      send(socket, line + "\r\n\r\n");

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .isEqualTo("HTTP/1.1 " + status + "\r\nConnection: close\r\n\r\n");
    }
  }

  @Test
  void closesForAThreadThatIsInterruptedAndStaysSo() throws Exception {
    DemoServer server = DemoServer.start(AT_ONCE);
    Thread.currentThread().interrupt();

    server.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThatIOException().isThrownBy(() -> connect(server).close());
  }

  @Test
  void namesThePortThatIsTaken() throws Exception {
    try (DemoServer server = DemoServer.start(AT_ONCE)) {
      int port = server.baseUri().getPort();

      assertThatIOException()
          .isThrownBy(() -> DemoServer.start(settings(it -> it.port = port)).close())
          .withMessageContaining("127.0.0.1:" + port);
    }
  }

  @Test
  void dropsWhatIsInFlightWhenClosed() throws Exception {
    DemoServer server = DemoServer.start(settings(it -> it.latency = Duration.ofHours(1)));
    try (Socket socket = connect(server)) {
      send(socket, "GET /api/character/1 HTTP/1.1\r\nHost: demo\r\nExpect: 100-continue\r\n\r\n");
      assertThat(readHead(socket.getInputStream())).startsWith("HTTP/1.1 100 ");

      server.close();

      assertThat(socket.getInputStream().read()).isEqualTo(-1);
      assertThatIOException().isThrownBy(() -> connect(server).close());
    }
  }

  @Test
  void runsOnDaemonThreadsOnly() throws Exception {
    Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
    try (DemoServer server = DemoServer.start(settings(it -> it.latency = Duration.ofMillis(1)));
        Socket socket = connect(server)) {
      send(socket, "HEAD /api/character/1 HTTP/1.1\r\nHost: demo\r\n\r\n");
      readHead(socket.getInputStream());

      List<Thread> started = new ArrayList<>(Thread.getAllStackTraces().keySet());
      started.removeAll(before);

      assertThat(started).extracting(Thread::getName).anyMatch(name -> name.startsWith("demo-"));
      assertThat(started).allMatch(Thread::isDaemon);
    }
  }

  private static HttpResponse<String> get(DemoServer server, String path) throws Exception {
    return CLIENT.send(HttpRequest.newBuilder(uri(server, path)).build(), BodyHandlers.ofString());
  }

  private static URI uri(DemoServer server, String path) {
    return URI.create(server.baseUri() + path);
  }

  private static Socket connect(DemoServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.baseUri().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void send(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(UTF_8));
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      assertThat(next).as("after %s", head).isNotNegative();
      head.append((char) next);
    }
    return head.toString();
  }
}
