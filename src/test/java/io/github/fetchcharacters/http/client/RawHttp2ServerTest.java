package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The raw servers do what a script says, as a plain client of the JDK sees it. */
@Timeout(60)
class RawHttp2ServerTest {

  private static final Certificates CERTIFICATES = Certificates.shared();

  private final HttpClient client = client();

  private static HttpClient client() {
    try {
      return HttpClient.newBuilder().sslContext(CERTIFICATES.clientContext()).build();
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void answersOverOneConnection() throws Exception {
    String large = "x".repeat(100_000);
    try (RawHttp2Server server =
        new RawHttp2Server(
            CERTIFICATES.serverContext("good"),
            connection ->
                stream -> stream.answer(stream.id() == 1 ? 200 : 404, large, "x-n", "y"))) {
      HttpResponse<String> first = get(server, "/1?a=b").get();
      HttpResponse<String> second = get(server, "/2").get();

      assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(first.body()).isEqualTo(large);
      assertThat(second.statusCode()).isEqualTo(404);
      assertThat(second.headers().firstValue("x-n")).contains("y");
      assertThat(server.requests()).containsExactly("/1?a=b", "/2");
      assertThat(server.requestsPerConnection()).containsExactly(2);
      assertThat(server.answered()).isEqualTo(2);
      assertThat(server.open()).isEqualTo(1);
    }
  }

  /** The fifth request finds the answers to the first four, and none before. */
  @Test
  void answersLater() throws Exception {
    List<RawHttp2Server.Stream> waiting = new ArrayList<>();
    try (RawHttp2Server server =
        new RawHttp2Server(
            CERTIFICATES.serverContext("good"),
            connection ->
                stream -> {
                  waiting.add(stream);
                  if (stream.connection().openStreams() == 4 || stream.path().equals("/first")) {
                    for (RawHttp2Server.Stream each : waiting) {
                      each.answer(each.path());
                    }
                    waiting.clear();
                  }
                })) {
      get(server, "/first").get();
      List<CompletableFuture<HttpResponse<String>>> four = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        four.add(get(server, "/" + i));
      }

      for (int i = 0; i < 4; i++) {
        assertThat(four.get(i).get().body()).isEqualTo("/" + i);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void countsConnections() throws Exception {
    try (RawHttp2Server server =
        new RawHttp2Server(
            CERTIFICATES.serverContext("good"),
            connection ->
                stream -> {
                  stream.answer("");
                  connection.close();
                })) {
      for (int i = 0; i < 3; i++) {
        get(client(), server, "/").exceptionally(lost -> null).get();
        server.awaitOpen(0);
      }

      assertThat(server.connections()).isEqualTo(3);
      assertThat(server.peak()).isEqualTo(1);
    }
  }

  @Test
  void speaksHttp1OverTls() throws Exception {
    try (RawServer server =
        new RawServer(
            CERTIFICATES.serverContext("good"),
            RawServer.answering(
                (connection, number) -> {
                  if (number < 3) {
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + number);
                  }
                  return number < 2;
                }))) {
      List<String> bodies = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        HttpRequest request = HttpRequest.newBuilder(server.uri("/")).build();
        bodies.add(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
      }

      assertThat(bodies).containsExactly("1", "2");
      assertThat(server.requestsPerConnection()).containsExactly(2);
      server.awaitOpen(0);
    }
  }

  private CompletableFuture<HttpResponse<String>> get(RawHttp2Server server, String path) {
    return get(client, server, path);
  }

  private static CompletableFuture<HttpResponse<String>> get(
      HttpClient client, RawHttp2Server server, String path) {
    return client.sendAsync(
        HttpRequest.newBuilder(server.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
