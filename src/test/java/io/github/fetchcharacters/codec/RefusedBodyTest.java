package io.github.fetchcharacters.codec;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fetchcharacters.http.Reply;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of status 200 that are not the record asked for. */
@Timeout(30)
public class RefusedBodyTest {

  private static final byte[] RECORD =
      ("{\"id\": 1,\n \"name\":\"Zo\u00eb 🛸\\u0021\",\"n\":[-1.5e+3,true,null,{}],"
              + "\"origin\":{\"name\":\"Earth \\\"C-137\\\"\",\"url\":\"\"}}")
          .getBytes(UTF_8);

  private final CharacterCodec codec =
      new CharacterCodec(URI.create("http://localhost/api"), InstantSource.system());

  /** The next answer may be whole. */
  @ParameterizedTest(name = "{0} bytes")
  @MethodSource
  void aRecordCutShortAnywhereIsTriedAgain(int length) {
    DecodeException failure = refused(Arrays.copyOf(RECORD, length));

    assertThat(failure.retryable()).isTrue();
    assertThat(failure).message().startsWith("the answer is ");
  }

  static IntStream aRecordCutShortAnywhereIsTriedAgain() {
    return IntStream.range(0, RECORD.length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the answer is empty",
        "' \n' | the answer is empty",
        "'\uFEFF' | the answer is empty",
        "'{' | the answer is cut short",
        "'{\"id\":1,\"name\":\"Rick\"' | the answer is cut short",
        "'{\"id\":1,\"name\":\"Rick\"},' | the answer is not JSON",
        "'{\"id\":1,\"name\":\"Rick\"}}' | the answer is not JSON",
        "'{\"id\":1,\"name\":\"Rick\"} x' | the answer is not JSON",
        "'{\"id\":1,\"name\":\"Rick\"} {}' | the answer goes on after the record",
        "'{\"id\":1,\"name\":\"Rick\"}1' | the answer goes on after the record",
        "'{\"id\":1,\"name\":\"Rick\"}null' | the answer goes on after the record",
        "'{\"id\":1,\"name\":\"Rick\",}' | the answer is not JSON",
        "'{\"id\":01,\"name\":\"Rick\"}' | the answer is not JSON",
        "'{id:1,\"name\":\"Rick\"}' | the answer is not JSON",
        "'{\"id\":1,\"name\":\"Ri\nck\"}' | the answer is not JSON",
        "'{\"id\":1,\"name\":\"\\x\"}' | the answer is not JSON",
        "'{\"id\":1,\"name\":NaN}' | the answer is not JSON",
        "'// {\"id\":1}' | the answer is not JSON",
        "'<!DOCTYPE html><html></html>' | the answer is not JSON",
        "'Bad gateway' | the answer is not JSON",
      })
  void aBodyThatIsNoJsonIsTriedAgain(String body, String message) {
    DecodeException failure = refused(body.getBytes(UTF_8));

    assertThat(failure.retryable()).isTrue();
    assertThat(failure).message().startsWith(message).doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":1] | Unexpected close marker ']': expected '}' (for Object starting at line 1, column 1)",
        "{\"id\":1,\"name\":NaN} | Non-standard token 'NaN'",
        "// {\"id\":1} | Unexpected character ('/' (code 47)): maybe a (non-standard) comment?",
      })
  void doesNotNameTheFeaturesOfTheParser(String body, String reason) {
    assertThat(refused(body.getBytes(UTF_8))).hasMessage("the answer is not JSON: " + reason);
  }

  @Test
  void namesTheLimitOfADepthAlone() {
    String body = "{\"id\":1,\"name\":\"Rick\",\"x\":" + "[".repeat(1001);

    assertThat(refused(body.getBytes(UTF_8)))
        .hasMessage(
            "the answer's JSON is too deep or too long:"
                + " Document nesting depth (1001) exceeds the maximum allowed (1000)");
  }

  /** Stray, overlong, surrogate, beyond Unicode, cut: each within an otherwise good record. */
  @ParameterizedTest
  @ValueSource(strings = {"ff", "80", "c080", "eda080", "f4908080", "c3"})
  void aBodyThatIsNotUtf8IsTriedAgain(String hex) {
    byte[] bad = HexFormat.of().parseHex(hex);
    byte[] body = "{\"id\":1,\"name\":\"??????\"}".getBytes(UTF_8);
    System.arraycopy(bad, 0, body, 16, bad.length);

    DecodeException failure = refused(body);

    assertThat(failure.retryable()).isTrue();
    assertThat(failure).hasMessage("the answer is not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":1,\"name\":\"Rick\"}", "\uFEFF{\"id\":1,\"name\":\"Rick\"}"})
  void utf16IsNotRead(String record) {
    assertThat(refused(record.getBytes(UTF_16LE)).retryable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | the answer is no record, it begins with [",
        "[{\"id\":1,\"name\":\"Rick\"}] | the answer is no record, it begins with [",
        "\"Rick\" | the answer is no record",
        "1 | the answer is no record",
        "true | the answer is no record",
        "null | the answer is no record",
        "{} | the record has no usable id",
        "{\"name\":\"Rick\"} | the record has no usable id",
        "{\"id\":null,\"name\":\"Rick\"} | the record has no usable id",
        "{\"id\":\"1\",\"name\":\"Rick\"} | the record has no usable id",
        "{\"id\":1.0,\"name\":\"Rick\"} | the record has no usable id",
        "{\"id\":1e0,\"name\":\"Rick\"} | the record has no usable id",
        "{\"id\":[1],\"name\":\"Rick\"} | the record has no usable id",
        "{\"id\":{\"id\":1},\"name\":\"Rick\"} | the record has no usable id",
        "{\"id\":0,\"name\":\"Rick\"} | the record has no usable id",
        "{\"id\":9223372036854775808,\"name\":\"Rick\"} | the record has no usable id",
        "{\"id\":1,\"name\":\"Rick\",\"id\":null} | the record has no usable id",
        "{\"child\":{\"id\":1},\"name\":\"Rick\"} | the record has no usable id",
        "{\"id\":2,\"name\":\"Morty\"} | the answer is the record of another id, 2",
        "{\"id\":-1,\"name\":\"Rick\"} | the record has no usable id",
        "{\"id\":1} | the record has no usable name",
        "{\"id\":1,\"name\":null} | the record has no usable name",
        "{\"id\":1,\"name\":\"\"} | the record has no usable name",
        "{\"id\":1,\"name\":5} | the record has no usable name",
        "{\"id\":1,\"name\":{\"name\":\"Rick\"}} | the record has no usable name",
        "{\"id\":1,\"name\":[\"Rick\"]} | the record has no usable name",
        "{\"id\":1,\"name\":\"Rick\",\"name\":null} | the record has no usable name",
        "{\"id\":1,\"origin\":{\"name\":\"Earth\"}} | the record has no usable name",
      })
  void jsonThatIsNotTheRecordAskedForIsNotTriedAgain(String body, String message) {
    DecodeException failure = refused(body.getBytes(UTF_8));

    assertThat(failure.retryable()).isFalse();
    assertThat(failure).message().startsWith(message);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void aHostileBodyIsRefusedForGood(String body, String what) {
    DecodeException failure = refused(body.getBytes(UTF_8));

    assertThat(failure.retryable()).as(what).isFalse();
    assertThat(failure).message().hasSizeLessThan(300).doesNotContain("\n");
  }

  static Stream<Arguments> aHostileBodyIsRefusedForGood() {
    String digits = "7".repeat(1_000_000);
    return Stream.of(
        hostile("[".repeat(200_000), "200,000 arrays"),
        hostile("{\"id\":1,\"name\":\"x\",\"a\":" + "[".repeat(200_000), "a member of arrays"),
        hostile("{\"id\":1,\"name\":\"x\",\"a\":" + "{\"a\":".repeat(200_000), "objects"),
        hostile("{\"name\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}", "the name"),
        hostile("{\"id\":1,\"name\":\"x\",\"a\":" + digits + "}", "a million digits"),
        hostile("{\"id\":1,\"name\":\"x\",\"a\":0." + digits + "}", "a million decimals"),
        hostile("{\"id\":" + digits + ",\"name\":\"x\"}", "an id of a million digits"));
  }

  private static Arguments hostile(String body, String what) {
    return Arguments.of(body, what);
  }

  private DecodeException refused(byte[] body) {
    Reply reply = new Reply(200, "HTTP/1.1", null, null, body);
    return catchThrowableOfType(
        DecodeException.class, () -> codec.character(1).decoder().apply(reply));
  }
}
