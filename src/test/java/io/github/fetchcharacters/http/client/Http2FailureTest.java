package io.github.fetchcharacters.http.client;

import static io.github.fetchcharacters.http.client.Http2Connection.ENHANCE_YOUR_CALM;
import static io.github.fetchcharacters.http.client.Http2Connection.INTERNAL_ERROR;
import static io.github.fetchcharacters.http.client.Http2Connection.NO_ERROR;
import static io.github.fetchcharacters.http.client.Http2Connection.REFUSED_STREAM;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import io.github.fetchcharacters.http.client.RawHttp2Server.Answers;
import io.github.fetchcharacters.http.client.RawHttp2Server.Script;
import io.github.fetchcharacters.http.tls.ConnectionWatch;
import io.github.fetchcharacters.http.tls.WatchedTls;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** HTTP/2 requests that are refused or lost, through both twins. */
@Timeout(60)
class Http2FailureTest {

  private static final String LEAVE = "the server closed the connection to further requests";
  private static final String REFUSED = "the server refused the request for now";
  private static final String BROKEN_OFF = "the server broke the answer off";

  private static final Certificates CERTIFICATES = Certificates.shared();

  private final HttpTransport transport = TransportFixture.trusting(CERTIFICATES);

  @AfterEach
  void close() {
    transport.close();
  }

  /** A misdeed of a server, and the message about it. */
  private record Misdeed(String name, Kind kind, String message, Answers answers) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** To the first request of a connection, and to the second. */
  @ParameterizedTest(name = "{0}, by {1}, after {2}")
  @MethodSource
  void reportsWhatWentWrong(Misdeed misdeed, Twin twin, int before) throws Exception {
    Script script =
        connection ->
            stream -> {
              if (connection.requestCount() <= before) {
                stream.answer("{}");
              } else {
                misdeed.answers().give(stream);
              }
            };
    try (RawHttp2Server server = new RawHttp2Server(CERTIFICATES.serverContext("good"), script)) {
      for (int i = 0; i < before; i++) {
        twin.ask(transport, server.uri("/"));
      }

      TransportException failure = twin.failure(transport, server.uri("/"));

      assertThat(failure).returns(misdeed.kind(), TransportException::kind);
      assertThat(failure)
          .hasMessage(misdeed.message().replace("{origin}", server.uri("").toString()));
      assertThat(server.requestsPerConnection()).containsExactly(before + 1);
    }
  }

  static Stream<Arguments> reportsWhatWentWrong() {
    return misdeeds()
        .flatMap(
            misdeed ->
                Stream.of(Twin.values())
                    .flatMap(
                        twin ->
                            Stream.of(0, 1).map(before -> Arguments.of(misdeed, twin, before))));
  }

  private static Stream<Misdeed> misdeeds() {
    return Stream.of(
        new Misdeed(
            "takes leave without looking at it",
            Kind.UNPROCESSED,
            LEAVE,
            stream -> stream.connection().goAway(stream.id() - 1, NO_ERROR)),
        new Misdeed(
            "takes leave in anger without looking at it",
            Kind.UNPROCESSED,
            LEAVE,
            stream -> stream.connection().goAway(stream.id() - 1, ENHANCE_YOUR_CALM)),
        new Misdeed(
            "refuses it", Kind.REFUSED_STREAM, REFUSED, stream -> stream.reset(REFUSED_STREAM)),
        new Misdeed("breaks it off", Kind.LOST, BROKEN_OFF, stream -> stream.reset(INTERNAL_ERROR)),
        new Misdeed(
            "breaks it off for another version", Kind.LOST, BROKEN_OFF, stream -> stream.reset(13)),
        new Misdeed(
            "breaks the answer off",
            Kind.LOST,
            BROKEN_OFF,
            stream -> {
              stream.begin(200);
              stream.send("{");
              stream.reset(INTERNAL_ERROR);
            }),
        new Misdeed(
            "closes before the answer",
            Kind.UNANSWERED,
            "connection lost by {origin} (closed before the answer)",
            stream -> stream.connection().close()),
        new Misdeed(
            "sends a malformed field",
            Kind.UNACCEPTABLE,
            "the answer is not HTTP: a field of its head is malformed",
            stream -> stream.answer(200, "{}", "bad name", "x")),
        new Misdeed(
            "sends a length that is no number",
            Kind.UNACCEPTABLE,
            "the answer is not HTTP: its length is no number",
            stream -> stream.answer(200, "{}", "content-length", "ten")),
        new Misdeed(
            "forgets how to frame",
            Kind.UNACCEPTABLE,
            "the answer is not HTTP: it breaks the rules of HTTP/2",
            stream ->
                stream
                    .connection()
                    .sendRaw("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII))));
  }

  /** The reset may overtake what was sent before it. */
  @ParameterizedTest
  @MethodSource("twins")
  void aResetIsALossBeforeOrWithinTheAnswer(Twin twin) throws Exception {
    Script script =
        connection ->
            stream -> {
              if (stream.path().equals("/within")) {
                stream.begin(200);
                stream.send("{");
              }
              connection.reset();
            };
    try (RawHttp2Server server = new RawHttp2Server(CERTIFICATES.serverContext("good"), script)) {
      assertThat(twin.failure(transport, server.uri("/before")))
          .returns(Kind.UNANSWERED, TransportException::kind);
      assertThat(twin.failure(transport, server.uri("/within")).kind())
          .isIn(Kind.UNANSWERED, Kind.LOST);
    }
  }

  static Stream<Twin> twins() {
    return Stream.of(Twin.values());
  }

  /** Of three at once the server takes two, and the answers wait for the third. */
  @Test
  void oneTooManyIsNotSent() throws Exception {
    CompletableFuture<Void> refused = new CompletableFuture<>();
    Script script =
        connection -> {
          connection.maxConcurrentStreams(2);
          return stream -> {
            if (stream.id() > 1) {
              refused.join();
            }
            stream.answer("{}");
          };
        };
    try (RawHttp2Server server = new RawHttp2Server(CERTIFICATES.serverContext("good"), script)) {
      transport.exchange(server.uri("/"));
      List<CompletableFuture<Reply>> three = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        three.add(transport.exchangeAsync(server.uri("/")));
      }

      Throwable failure = firstFailure(three);

      assertThat(failure)
          .isInstanceOfSatisfying(
              TransportException.class,
              lost -> assertThat(lost.kind()).isEqualTo(Kind.TOO_MANY_STREAMS))
          .hasMessage("the server takes no more requests at once over one connection");
      refused.complete(null);
      CompletableFuture.allOf(three.toArray(CompletableFuture[]::new))
          .exceptionally(lost -> null)
          .join();
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void aClientOpensNoConnectionBesideTheOneThatCarriesAll() throws Exception {
    ConnectionWatch watch = new ConnectionWatch();
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(WatchedTls.over(CERTIFICATES.clientContext(), watch, host -> host))
            .build();
    watch.complete();
    try (RawHttp2Server server =
        new RawHttp2Server(
            CERTIFICATES.serverContext("good"), connection -> stream -> stream.answer("{}"))) {
      HttpRequest request = HttpRequest.newBuilder(server.uri("/")).build();

      assertThatThrownBy(client.sendAsync(request, BodyHandlers.discarding())::join)
          .hasCauseInstanceOf(TransportException.class)
          .satisfies(
              thrown ->
                  assertThat((TransportException) thrown.getCause())
                      .returns(Kind.CONNECTION_ENDED, TransportException::kind)
                      .returns(false, TransportException::wasSent));
      assertThat(server.connections()).isZero();
    }
  }

  private static Throwable firstFailure(List<CompletableFuture<Reply>> exchanges) {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    for (CompletableFuture<Reply> exchange : exchanges) {
      exchange.whenComplete(
          (reply, thrown) -> {
            if (thrown instanceof CompletionException wrapped) {
              failure.complete(wrapped.getCause());
            } else if (thrown != null) {
              failure.complete(thrown);
            }
          });
    }
    return failure.join();
  }
}
