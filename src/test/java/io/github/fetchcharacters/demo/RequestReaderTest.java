package io.github.fetchcharacters.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
  private static final String NEXT = "GET /next HTTP/1.1\r\nHost: demo\r\n\r\n";

  private final RequestReader reader = new RequestReader();

  @Test
  void readsARequestHoweverItArrives() throws IOException {
    String bytes =
        "GET /one?a=[b] HTTP/1.1\r\nHost: demo\r\nX-List: a\r\nx-list:  b \r\n\r\n" + NEXT;
    List<Request> oneByOne = new ArrayList<>();
    for (int i = 0; i < bytes.length(); i++) {
      oneByOne.addAll(requests(bytes.substring(i, i + 1)));
    }

    assertThat(oneByOne).isEqualTo(requests(bytes)).hasSize(2);
    assertThat(oneByOne.get(0).target()).isEqualTo("/one?a=[b]");
    assertThat(oneByOne.get(0).header("x-list")).isEqualTo("a, b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\n\r\nhello",
        "content-length:0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: Chunked\r\n\r\n5\r\nhello\r\nA;x=y\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n",
        "Transfer-Encoding: gzip,\tchunked\r\n\r\n5 \t;x\r\nhello\r\n000\r\n\r\n",
        "Content-Length: 5\r\n\r\nhello\r\n\r\n",
        "Content-Length: \t 000000000000000005 \r\n\r\nhello",
      })
  void skipsABody(String rest) throws IOException {
    String bytes = "POST /first HTTP/1.1\r\n" + rest + NEXT;
    List<Request> oneByOne = new ArrayList<>();
    for (int i = 0; i < bytes.length(); i++) {
      oneByOne.addAll(requests(bytes.substring(i, i + 1)));
    }

    assertThat(oneByOne).extracting(Request::target).containsExactly("/first", "/next");
    assertThat(requests(bytes)).extracting(Request::target).containsExactly("/first", "/next");
  }

  @Test
  void skipsABodyLargerThanItHolds() throws IOException {
    String body = "x".repeat(100_000);

    assertThat(requests("POST / HTTP/1.1\r\nContent-Length: 100000\r\n\r\n" + body + NEXT))
        .extracting(Request::target)
        .containsExactly("/", "/next");
  }

  @ParameterizedTest
  @CsvSource({
    "1.1, Accept: x, true",
    "1.1, Connection: close, false",
    "1.1, 'Connection: x, Close', false",
    "1.0, Accept: x, false",
    "1.0, Connection: keep-alive, true",
  })
  void readsWhetherTheConnectionStays(String version, String header, boolean persistent)
      throws IOException {
    List<Request> requests = requests("GET / HTTP/" + version + "\r\n" + header + "\r\n\r\n");

    assertThat(requests).singleElement().extracting(Request::persistent).isEqualTo(persistent);
  }

  @Test
  void reportsOnceThatAClientWaitsWithItsBody() throws IOException {
    String head = "POST / HTTP/1.1\r\nExpect: 100-Continue\r\nContent-Length: 1\r\n\r\n";

    assertThat(requests(head)).isEmpty();
    assertThat(reader.takeContinue()).isTrue();
    assertThat(reader.takeContinue()).isFalse();
    assertThat(requests("x")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / HTTP/2.0\r\n\r\n",
        "GET /a b HTTP/1.1\r\n\r\n",
        "GET /é HTTP/1.1\r\n\r\n",
        " / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\n\n",
        "GET / HTTP/1.1\r\nHost\r\n\r\n",
        "GET / HTTP/1.1\r\n: demo\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : demo\r\n\r\n",
        "GET / HTTP/1.1\r\nX: a\r\n b: c\r\n\r\n",
      })
  void refusesWhatIsNoRequest(String bytes) {
    assertThatExceptionOfType(BadRequest.class)
        .isThrownBy(() -> requests(bytes))
        .withMessage("400 Bad Request");
  }

  /** Two readers that disagree on the end of a body take parts of it for requests. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length:",
        "Content-Length: x",
        "Content-Length: -1",
        "Content-Length: +1",
        "Content-Length: 0x1",
        "Content-Length: 1 1",
        "Content-Length: \u000b1",
        "Content-Length : 1",
        "Content-Length: 1, 1",
        "Content-Length: 1\r\nContent-Length: 1",
        "Content-Length: 9223372036854775808",
        "Content-Length: 18446744073709551551",
        "Content-Length: 99999999999999999999",
        "Content-Length: 1\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: gzip",
        "Transfer-Encoding: chunked, gzip",
        "Transfer-Encoding:",
      })
  void refusesABodyWithoutAClearLength(String headers) {
    assertThatExceptionOfType(BadRequest.class)
        .isThrownBy(() -> requests("POST / HTTP/1.1\r\n" + headers + "\r\n\r\n"))
        .withMessage("400 Bad Request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n",
        "x\r\n",
        "-1\r\n",
        "+1\r\n",
        "0x1\r\n",
        " 1\r\n",
        "1 \r\n",
        ";1\r\n",
        "8000000000000000\r\n",
        "ffffffffffffffff\r\n",
        "10000000000000000\r\n",
        "1\r\nab\r\n",
        "1\r\na\r\n\r\n",
      })
  void refusesAChunkWithoutAClearLength(String body) {
    assertThatExceptionOfType(BadRequest.class)
        .isThrownBy(() -> requests("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + body))
        .withMessage("400 Bad Request");
  }

  @Test
  void waitsForTheEndOfTheLongestBodies() throws IOException {
    assertThat(requests("POST / HTTP/1.1\r\nContent-Length: 999999999999999999\r\n\r\n" + NEXT))
        .isEmpty();
  }

  @Test
  void skipsAsManyChunksAsThereAre() throws IOException {
    String chunks = "1\r\nx\r\n".repeat(10_000) + "0\r\n\r\n";

    assertThat(requests("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + NEXT))
        .extracting(Request::target)
        .containsExactly("/", "/next");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n\r\n", ""})
  void refusesAHeadAboveSixteenKibibytes(String end) {
    String bytes = "GET / HTTP/1.1\r\nX-One: " + "x".repeat(9_000) + "\r\nX-Two: ";

    assertThatExceptionOfType(BadRequest.class)
        .isThrownBy(() -> requests(bytes + "x".repeat(9_000) + end))
        .withMessage("431 Request Header Fields Too Large");
  }

  private List<Request> requests(String bytes) throws IOException {
    List<Request> requests = new ArrayList<>();
    ReadableByteChannel channel =
        Channels.newChannel(new ByteArrayInputStream(bytes.getBytes(ISO_8859_1)));
    while (reader.readFrom(channel) >= 0) {
      for (Request next = reader.next(); next != null; next = reader.next()) {
        requests.add(next);
      }
    }
    return requests;
  }
}
