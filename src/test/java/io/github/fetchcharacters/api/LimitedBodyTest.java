package io.github.fetchcharacters.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fetchcharacters.api.RawServer.Script;
import io.github.fetchcharacters.api.TransportException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sizes and codings of bodies, through both twins of the transport. */
@Timeout(60)
class LimitedBodyTest {

  private static final int MAX_BODY = 1000;

  private final HttpTransport transport =
      new HttpTransport(
          new HttpSettings(
              Duration.ofSeconds(20), Duration.ofSeconds(20), MAX_BODY, null, null, List.of()));

  @AfterEach
  void close() {
    transport.close();
  }

  @ParameterizedTest
  @CsvSource({
    "EXCHANGE, gzip", "EXCHANGE, x-gzip", "EXCHANGE, GZIP",
    "EXCHANGE_ASYNC, gzip", "EXCHANGE_ASYNC, x-gzip", "EXCHANGE_ASYNC, GZIP"
  })
  void expandsGzip(Twin twin, String coding) throws Exception {
    byte[] packed = gzip("{\"name\":\"Zoë\"}".getBytes(UTF_8));

    assertThat(body(twin, coding, packed)).asString(UTF_8).isEqualTo("{\"name\":\"Zoë\"}");
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyBodyIsEmptyThoughCalledGzip(Twin twin) throws Exception {
    assertThat(body(twin, "gzip", new byte[0])).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void acceptsABodyOfJustTheLimit(Twin twin) throws Exception {
    assertThat(body(twin, "identity", new byte[MAX_BODY])).hasSize(MAX_BODY);
    assertThat(body(twin, "gzip", gzip(new byte[MAX_BODY]))).hasSize(MAX_BODY);
  }

  @ParameterizedTest
  @EnumSource
  void refusesABodyBeyondTheLimit(Twin twin) {
    assertThat(failure(twin, "identity", new byte[MAX_BODY + 1]))
        .hasMessage("the answer is larger than --max-body=1000 bytes")
        .returns(Kind.UNACCEPTABLE, TransportException::kind)
        .returns(false, TransportException::retryable);
  }

  @ParameterizedTest
  @CsvSource({
    "EXCHANGE, 1001",
    "EXCHANGE, 500000",
    "EXCHANGE_ASYNC, 1001",
    "EXCHANGE_ASYNC, 500000"
  })
  void refusesGzipThatExpandsBeyondTheLimit(Twin twin, int size) {
    byte[] bomb = gzip(new byte[size]);
    assertThat(bomb).hasSizeLessThan(MAX_BODY);

    assertThat(failure(twin, "gzip", bomb))
        .hasMessage("the answer is larger than --max-body=1000 bytes")
        .returns(Kind.UNACCEPTABLE, TransportException::kind);
  }

  @ParameterizedTest
  @EnumSource
  void damagedGzipIsALostAnswer(Twin twin) {
    byte[] whole = gzip("{\"name\":\"Rick Sanchez\"}".getBytes(UTF_8));
    byte[] cut = Arrays.copyOf(whole, whole.length - 9);

    for (byte[] damaged : List.of(cut, "{}".getBytes(UTF_8))) {
      assertThat(failure(twin, "gzip", damaged))
          .hasMessage("the gzip data of the answer is damaged")
          .returns(Kind.LOST, TransportException::kind)
          .returns(true, TransportException::retryable);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesACodingThatWasNotAskedFor(Twin twin) {
    assertThat(failure(twin, "br", new byte[] {1}))
        .hasMessage("the answer is encoded as 'br', which was not asked for")
        .returns(Kind.UNACCEPTABLE, TransportException::kind);
  }

  private TransportException failure(Twin twin, String coding, byte[] body) {
    return catchThrowableOfType(TransportException.class, () -> body(twin, coding, body));
  }

  private byte[] body(Twin twin, String coding, byte[] body)
      throws IOException, InterruptedException {
    Script script =
        connection -> {
          connection.request();
          connection.send(
              "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n"
                  .formatted(coding, body.length));
          connection.send(body);
          connection.awaitLeave();
        };
    try (RawServer server = new RawServer(script)) {
      return twin.ask(transport, server.uri("/")).body();
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return packed.toByteArray();
  }
}
