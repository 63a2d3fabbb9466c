package io.github.fetchcharacters.demo;

import static io.github.fetchcharacters.demo.SettingsFixture.AT_ONCE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fetchcharacters.demo.character.Catalogue;
import io.github.fetchcharacters.demo.character.CharacterApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The answers of the built-in API, byte for byte over a socket, as the public API's code gives them
 * with the same characters. The table stands in {@code built-in-api.txt}.
 */
@Timeout(30)
class BuiltInApiTest {
  private static final String TABLE = "built-in-api.txt";
  private static final String ROOT = "https://rickandmortyapi.com/api";
  private static final String FIRST_PAGE =
      "count 826, pages 42, next /character?page=2, prev null, ids 1..20";

  /** Express's tag for character 10. */
  private static final String TAG = "1d1-LAh76Zm3nWVxS9iw3lGg8E9NzBg";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CharacterApi API = new CharacterApi(new Catalogue(826));

  private static DemoServer server;

  @BeforeAll
  static void start() throws IOException {
    server = DemoServer.start(AT_ONCE);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<String> rows() throws IOException {
    try (InputStream table = BuiltInApiTest.class.getResourceAsStream(TABLE)) {
      String text = new String(Objects.requireNonNull(table).readAllBytes(), UTF_8);
      return text.lines().filter(row -> !row.isEmpty() && !row.startsWith("#"));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void answersAsThePublicApi(String row) throws IOException {
    String[] columns = row.split(" {2,}", 4);

    Response response = ask(columns[0].replace("TAG", TAG).split(" \\+ "));

    assertThat(response.status()).isEqualTo(columns[1]);
    assertThat(response.type()).isEqualTo(columns[2]);
    assertThat(response.summary()).isEqualTo(columns[3].replace("first page", FIRST_PAGE));
    if (response.hasBody()) {
      assertThat(response.head())
          .contains("\r\nContent-Length: " + response.body().getBytes(UTF_8).length + "\r\n");
    }
  }

  @Test
  void sendsTheHeadersOfThePublicApi() throws IOException {
    assertThat(undated(ask("GET /api/character/10")))
        .isEqualTo(
            """
            HTTP/1.1 200 OK
            Access-Control-Allow-Origin: *
            Content-Type: application/json; charset=utf-8
            Content-Length: 465
            ETag: W/"1d1-LAh76Zm3nWVxS9iw3lGg8E9NzBg"
            Date: …
            Connection: close
            """);
    assertThat(undated(ask("HEAD /api/character/9999")))
        .isEqualTo(
            """
            HTTP/1.1 404 Not Found
            Access-Control-Allow-Origin: *
            Content-Type: application/json; charset=utf-8
            Content-Length: 31
            ETag: W/"1f-t9l5xVmJZaPHJIukjZQ7Mw4gpG8"
            Date: …
            Connection: close
            """);
  }

  @Test
  void sendsWithNotModifiedTheTagAndNothingOfTheBody() throws IOException {
    assertThat(undated(ask("GET /api/character", "If-None-Match: *")))
        .isEqualTo(
            """
            HTTP/1.1 304 Not Modified
            Access-Control-Allow-Origin: *
            ETag: W/"4c28-8Xn6OSgPYZqE/r+q8L2TTeK0Efo"
            Date: …
            Connection: close
            """);
  }

  @Test
  void allowsABrowserWhatItAsksFor() throws IOException {
    assertThat(undated(ask("OPTIONS /nowhere", "Access-Control-Request-Headers: x-a, X-B")))
        .isEqualTo(
            """
            HTTP/1.1 204 No Content
            Access-Control-Allow-Origin: *
            Access-Control-Allow-Methods: GET,HEAD,PUT,PATCH,POST,DELETE
            Vary: Access-Control-Request-Headers
            Access-Control-Allow-Headers: x-a, X-B
            Content-Length: 0
            Date: …
            Connection: close
            """);
  }

  @Test
  void saysHowLongAConnectionThatStaysMayBeIdle() throws IOException {
    String two = "GET /api HTTP/1.1\r\nHost: demo\r\n\r\n" + request("HEAD /api");

    String first = undated(exchange(two));

    assertThat(first).endsWith("Date: …\nConnection: keep-alive\nKeep-Alive: timeout=5\n");
  }

  private static String undated(Response response) {
    return response.head().replaceAll("Date: .{29}", "Date: …").replace("\r\n", "\n");
  }

  private static Response ask(String... lines) throws IOException {
    return exchange(request(lines));
  }

  private static String request(String... lines) {
    String headers = String.join("\r\n", List.of(lines).subList(1, lines.length));
    return lines[0]
        + " HTTP/1.1\r\nHost: demo\r\nConnection: close\r\n"
        + (headers.isEmpty() ? "" : headers + "\r\n")
        + "\r\n";
  }

  private static Response exchange(String request) throws IOException {
    int port = server.baseUri().getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      String response = new String(socket.getInputStream().readAllBytes(), UTF_8);
      int end = response.indexOf("\r\n\r\n") + 2;
      return new Response(response.substring(0, end), response.substring(end + 2));
    }
  }

  private record Response(String head, String body) {
    String status() {
      return head.substring(9, 12);
    }

    String type() {
      return head.contains("\r\nContent-Type: application/json; charset=utf-8\r\n")
          ? "json"
          : head.contains("Content-Type") ? head : "none";
    }

    boolean hasBody() {
      return !body.isEmpty();
    }

    String summary() throws IOException {
      if (!hasBody()) {
        return "none";
      }
      JsonNode json = JSON.readTree(body);
      if (json.has("error")) {
        return "error " + json.path("error").asText();
      }
      if (json.has("info")) {
        return page(json.path("info"), json.path("results").findValuesAsText("id"));
      }
      return json.isArray() ? characters("array", body, json.findValuesAsText("id")) : single(json);
    }

    private String single(JsonNode json) {
      return json.has("id") ? characters("one", body, List.of(json.path("id").asText())) : "root";
    }

    private static String page(JsonNode info, List<String> ids) {
      return "count %s, pages %s, next %s, prev %s, ids %s..%s"
          .formatted(
              info.path("count"),
              info.path("pages"),
              link(info.path("next")),
              link(info.path("prev")),
              ids.get(0),
              ids.get(ids.size() - 1));
    }

    private static String link(JsonNode link) {
      return link.asText().replace(ROOT, "");
    }

    private static String characters(String kind, String body, List<String> ids) {
      String each =
          ids.stream().map(id -> API.answer("/api/character/" + id).body()).collect(joining(","));
      assertThat(body).isEqualTo(kind.equals("array") ? "[" + each + "]" : each);
      return String.join(" ", Stream.concat(Stream.of(kind), ids.stream()).toList());
    }
  }
}
