package io.github.fetchcharacters.http.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import io.github.fetchcharacters.http.client.HttpTransport;
import io.github.fetchcharacters.http.client.RawServer;
import io.github.fetchcharacters.http.client.RawServer.Script;
import io.github.fetchcharacters.http.client.TransportFixture;
import io.github.fetchcharacters.http.client.Twin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes and codings of bodies, through both twins of the transport. */
@Timeout(60)
class LimitedBodyTest {

  private static final int MAX_BODY = 1000;

  private final HttpTransport transport = TransportFixture.transport(MAX_BODY);

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

  /** The largest buffers of bytes are of 2³¹ - 1. */
  @ParameterizedTest
  @CsvSource({
    "990, 10, 1000, true",
    "990, 11, 1000, false",
    "0, 2147483647, 2147483647, true",
    "1, 2147483647, 2147483647, false",
    "2147483500, 16384, 2147483631, false",
    "2147483647, 0, 2147483647, true"
  })
  void hasRoomUpToTheLargestLimit(int held, int more, int limit, boolean room) {
    assertThat(LimitedBody.hasRoom(held, more, limit)).isEqualTo(room);
  }

  /** A file without content on the disk stands for a buffer of 2³¹ - 1 bytes. */
  @Test
  void refusesTheLargestBufferBehindAByte(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sparse");
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    LimitedBody body = LimitedBody.of(new Ok(), MAX_BODY, () -> {});
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(Integer.MAX_VALUE);
      ByteBuffer largest =
          sparse.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, Integer.MAX_VALUE);

      assertThatNoException()
          .isThrownBy(() -> body.onNext(List.of(ByteBuffer.allocate(1), largest)));
    }
    assertThat(body.getBody().toCompletableFuture())
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withMessageContaining("the answer is larger than --max-body=1000 bytes");
  }

  private record Ok() implements HttpResponse.ResponseInfo {

    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public HttpHeaders headers() {
      return HttpHeaders.of(Map.of(), (name, value) -> true);
    }

    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
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

  /** 2 MB of them: {@code GZIPInputStream} overflows the stack with some 8,000. */
  @ParameterizedTest
  @EnumSource
  void readsAHundredThousandMembersWithoutRecursion(Twin twin) throws Exception {
    byte[] empty = gzip(new byte[0]);
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (int i = 0; i < 100_000; i++) {
      members.writeBytes(empty);
    }
    members.writeBytes(gzip("{}".getBytes(UTF_8)));

    try (HttpTransport large = TransportFixture.transport(members.size())) {
      assertThat(body(large, twin, "gzip", members.toByteArray())).asString(UTF_8).isEqualTo("{}");
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesMembersThatExpandBeyondTheLimitTogether(Twin twin) {
    byte[] members = joined(gzip(new byte[MAX_BODY]), gzip(new byte[1]));

    assertThat(failure(twin, "gzip", members))
        .hasMessage("the answer is larger than --max-body=1000 bytes");
  }

  @ParameterizedTest
  @MethodSource
  void damagedGzipIsALostAnswerThatSaysWhatItIs(Twin twin, byte[] damaged, String what) {
    assertThat(failure(twin, "gzip", damaged))
        .hasMessage("the gzip data of the answer " + what)
        .returns(Kind.LOST, TransportException::kind)
        .returns(true, TransportException::retryable);
  }

  static Stream<Arguments> damagedGzipIsALostAnswerThatSaysWhatItIs() {
    byte[] whole = gzip("{\"name\":\"Rick Sanchez\"}".getBytes(UTF_8));
    return Stream.of(Twin.values())
        .flatMap(
            twin ->
                Stream.of(
                    Arguments.of(twin, "{}".getBytes(UTF_8), "is damaged"),
                    Arguments.of(twin, changed(whole, 2), "is damaged"),
                    Arguments.of(twin, changed(whole, 3), "is damaged"),
                    Arguments.of(twin, changed(whole, whole.length - 1), "is damaged"),
                    Arguments.of(twin, changed(whole, whole.length - 5), "is damaged"),
                    Arguments.of(twin, joined(whole, new byte[1]), "is followed by something else"),
                    Arguments.of(
                        twin, joined(whole, "{}".getBytes(UTF_8)), "is followed by something else"),
                    Arguments.of(twin, joined(whole, Arrays.copyOf(whole, 2)), "is cut short"),
                    Arguments.of(twin, joined(whole, Arrays.copyOf(whole, 20)), "is cut short")));
  }

  @ParameterizedTest
  @EnumSource
  void gzipCutShortAnywhereIsSaidToBe(Twin twin) {
    byte[] whole = gzipWithEveryField("{}".getBytes(UTF_8));

    for (int length = 1; length < whole.length; length++) {
      assertThat(failure(twin, "gzip", Arrays.copyOf(whole, length)))
          .as("%s of %s bytes", length, whole.length)
          .hasMessage("the gzip data of the answer is cut short");
    }
  }

  @ParameterizedTest
  @EnumSource
  void skipsWhatAGzipHeaderMayHold(Twin twin) throws Exception {
    byte[] packed = gzipWithEveryField("{}".getBytes(UTF_8));

    assertThat(body(twin, "gzip", joined(packed, packed))).asString(UTF_8).isEqualTo("{}{}");
  }

  /** RFC 1952, section 2.3: an extra field, a name, a comment and the header's own CRC. */
  private static byte[] gzipWithEveryField(byte[] bytes) {
    byte[] plain = gzip(bytes);
    byte[] head = Arrays.copyOf(plain, 10);
    head[3] = 2 | 4 | 8 | 16;
    byte[] fields = {2, 0, 'x', 'y', 'n', 0, 'c', 0, 1, 2};
    return joined(joined(head, fields), Arrays.copyOfRange(plain, 10, plain.length));
  }

  private static byte[] changed(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[at] ^= (byte) 0xFF;
    return changed;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Encoding:",
        "Content-Encoding: ,",
        "Content-Encoding: none",
        "Content-Encoding: None, IDENTITY ,",
        "Content-Encoding: identity\r\nContent-Encoding: identity",
      })
  void readsWhatIsNotEncodedWhateverItIsCalled(String fields) throws Exception {
    for (Twin twin : Twin.values()) {
      assertThat(answer(transport, twin, "200 OK", fields, "{}".getBytes(UTF_8)).body())
          .asString(UTF_8)
          .isEqualTo("{}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Encoding: gzip, identity",
        "Content-Encoding: identity ,\t GZip,",
        "Content-Encoding: none\r\ncontent-encoding: X-GZIP",
        "Content-Encoding:\r\nContent-Encoding: gzip",
      })
  void readsGzipAmongWhatIsNoCoding(String fields) throws Exception {
    for (Twin twin : Twin.values()) {
      byte[] packed = gzip("{}".getBytes(UTF_8));
      assertThat(answer(transport, twin, "200 OK", fields, packed).body())
          .asString(UTF_8)
          .isEqualTo("{}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Encoding: br | br",
        "Content-Encoding: gzip, br | gzip, br",
        "Content-Encoding: identity, Deflate | deflate",
        "Content-Encoding: gzip, gzip | gzip, gzip",
        "Content-Encoding: gzip;Content-Encoding: x-gzip | gzip, x-gzip",
        "Content-Encoding: gzip br | gzip br",
      })
  void refusesACodingThatWasNotAskedForByName(String fields, String named) {
    for (Twin twin : Twin.values()) {
      assertThat(
              catchThrowableOfType(
                  TransportException.class,
                  () ->
                      answer(
                          transport, twin, "200 OK", fields.replace(";", "\r\n"), new byte[] {1})))
          .hasMessage("the answer is encoded as '" + named + "', which was not asked for")
          .returns(Kind.UNACCEPTABLE, TransportException::kind);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNameWithoutEndIsCut(Twin twin) {
    assertThat(failure(twin, "b".repeat(5000), new byte[] {1}))
        .hasMessage("the answer is encoded as '" + "b".repeat(200) + "…', which was not asked for");
  }

  /** The status decides; of the body only words for it are read. */
  @ParameterizedTest
  @EnumSource
  void aStatusDoesNotDependOnABodyThatCannotBeRead(Twin twin) throws Exception {
    for (byte[] bytes : List.of(new byte[MAX_BODY + 1], new byte[] {1})) {
      Reply reply = answer(transport, twin, "503 Busy", "Content-Encoding: br", bytes);

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.body()).isEmpty();
    }
  }

  private TransportException failure(Twin twin, String coding, byte[] body) {
    return catchThrowableOfType(TransportException.class, () -> body(twin, coding, body));
  }

  private byte[] body(Twin twin, String coding, byte[] body)
      throws IOException, InterruptedException {
    return body(transport, twin, coding, body);
  }

  private static byte[] body(HttpTransport transport, Twin twin, String coding, byte[] body)
      throws IOException, InterruptedException {
    return answer(transport, twin, "200 OK", "Content-Encoding: " + coding, body).body();
  }

  private static Reply answer(
      HttpTransport transport, Twin twin, String status, String fields, byte[] body)
      throws IOException, InterruptedException {
    Script script =
        connection -> {
          connection.request();
          connection.send(
              "HTTP/1.1 %s\r\n%s\r\nContent-Length: %d\r\n\r\n"
                  .formatted(status, fields, body.length));
          connection.send(body);
          connection.awaitLeave();
        };
    try (RawServer server = new RawServer(script)) {
      return twin.ask(transport, server.uri("/"));
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
