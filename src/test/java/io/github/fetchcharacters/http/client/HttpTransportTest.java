package io.github.fetchcharacters.http.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.fetchcharacters.http.HttpSettings.Header;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.Transport;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and complete answers, through both twins. */
@Timeout(60)
class HttpTransportTest {

  private static final WireMockServer SERVER =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true));

  private static final String TWO_CHUNKS =
      "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n";

  private final HttpTransport transport = TransportFixture.transport();

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @AfterEach
  void reset() {
    transport.close();
    SERVER.resetAll();
  }

  @ParameterizedTest
  @EnumSource
  void returnsTheAnswer(Twin twin) throws InterruptedException {
    answerWith(aResponse().withStatus(200).withBody("{\"name\":\"Zoë 🛸\"}"));

    Reply reply = twin.ask(transport, uri("/api/character/1"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.protocol()).isEqualTo("HTTP/1.1");
    assertThat(reply.body()).asString(UTF_8).isEqualTo("{\"name\":\"Zoë 🛸\"}");
    assertThat(reply.retryAfter()).isNull();
    assertThat(reply.location()).isNull();
    SERVER.verify(1, getRequestedFor(urlEqualTo("/api/character/1")));
  }

  @ParameterizedTest
  @CsvSource({
    "EXCHANGE, 204",
    "EXCHANGE, 404",
    "EXCHANGE, 429",
    "EXCHANGE, 500",
    "EXCHANGE, 503",
    "EXCHANGE_ASYNC, 204",
    "EXCHANGE_ASYNC, 404",
    "EXCHANGE_ASYNC, 429",
    "EXCHANGE_ASYNC, 500",
    "EXCHANGE_ASYNC, 503"
  })
  void returnsAnAnswerOfAnyStatus(Twin twin, int status) throws InterruptedException {
    String body = status == 204 ? "" : "{\"error\":\"no\"}";
    answerWith(aResponse().withStatus(status).withHeader("Retry-After", "7").withBody(body));

    Reply reply = twin.ask(transport, uri("/"));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.retryAfter()).isEqualTo("7");
    assertThat(reply.body()).asString(UTF_8).isEqualTo(body);
    SERVER.verify(1, getRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @CsvSource({
    "EXCHANGE, 301", "EXCHANGE, 302", "EXCHANGE, 307", "EXCHANGE, 308",
    "EXCHANGE_ASYNC, 301", "EXCHANGE_ASYNC, 302", "EXCHANGE_ASYNC, 307", "EXCHANGE_ASYNC, 308"
  })
  void followsNoRedirect(Twin twin, int status) throws InterruptedException {
    answerWith(aResponse().withStatus(status).withHeader("Location", "/there"));

    Reply reply = twin.ask(transport, uri("/here"));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.location()).isEqualTo("/there");
    SERVER.verify(0, getRequestedFor(urlEqualTo("/there")));
  }

  @ParameterizedTest
  @EnumSource
  void sendsWhatItSaysAndNoMore(Twin twin) throws InterruptedException {
    answerWith(aResponse());

    try (HttpTransport sending =
        TransportFixture.transport(
            new Header("User-Agent", "tests/1"),
            new Header("X-Twice", "a"),
            new Header("X-Twice", "b"))) {
      twin.ask(sending, uri("/"));
    }

    SERVER.verify(
        getRequestedFor(urlEqualTo("/"))
            .withHeader("Accept", equalTo("application/json"))
            .withHeader("Accept-Encoding", equalTo("gzip"))
            .withHeader("User-Agent", equalTo("tests/1"))
            .withoutHeader("Upgrade")
            .withoutHeader("HTTP2-Settings")
            .withoutHeader("Cookie"));
    assertThat(sent("X-Twice")).containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource({"Accept, text/html", "accept, */*", "Accept-Encoding, identity"})
  void aHeaderGivenReplacesItsOwn(String name, String value) throws InterruptedException {
    answerWith(aResponse());

    try (HttpTransport sending = TransportFixture.transport(new Header(name, value))) {
      sending.exchange(uri("/"));
    }

    assertThat(sent(name)).containsExactly(value);
  }

  /** The scheme of a URI is the same in upper case. */
  @ParameterizedTest
  @EnumSource
  void offersNoUpgradeOverHttpHoweverItIsWritten(Twin twin) throws InterruptedException {
    answerWith(aResponse());

    twin.ask(transport, URI.create("HTTP://127.0.0.1:" + SERVER.port() + "/"));

    SERVER.verify(getRequestedFor(urlEqualTo("/")).withoutHeader("Upgrade"));
  }

  /** The connection of an answer is free for the next request of the same chain. */
  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 2\r\n\r\n{}", TWO_CHUNKS})
  void aChainOfExchangesNeedsOneConnection(String answer) throws Exception {
    try (RawServer server =
        new RawServer(
            connection -> {
              while (connection.request() != null) {
                connection.send("HTTP/1.1 200 OK\r\n" + answer);
              }
            })) {
      CompletableFuture<Reply> last = transport.exchangeAsync(server.uri("/"));
      for (int i = 1; i < 200; i++) {
        last = last.thenCompose(reply -> transport.exchangeAsync(server.uri("/")));
      }

      assertThat(last.get().body()).isEqualTo("{}".getBytes(UTF_8));
      assertThat(server.requests()).hasSize(200);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void furtherConditionsTakeThePlaceOfThoseBeforeOnNewConnectionsToo() throws Exception {
    try (RawServer server =
        new RawServer(
            connection -> {
              while (connection.request() != null) {
                connection.send("HTTP/1.1 304 Not Modified\r\n\r\n");
              }
            })) {
      transport.exchange(server.uri("/"));
      Transport first = transport.with(ifNoneMatch("a")).onNewConnection();
      first.exchange(server.uri("/"));
      first.with(ifNoneMatch("b")).exchange(server.uri("/"));

      assertThat(server.requests())
          .extracting(HttpTransportTest::conditions)
          .containsExactly("", "If-None-Match: a", "If-None-Match: b");
      assertThat(server.requestsPerConnection()).containsExactly(1, 1, 1);
    }
  }

  private static String conditions(String request) {
    return request.lines().filter(line -> line.startsWith("If-")).collect(joining(", "));
  }

  private static List<Header> ifNoneMatch(String tag) {
    return List.of(new Header("If-None-Match", tag));
  }

  private static void answerWith(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(get(anyUrl()).willReturn(answer));
  }

  private static List<String> sent(String header) {
    return SERVER.getAllServeEvents().get(0).getRequest().header(header).values();
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + SERVER.port() + path);
  }
}
