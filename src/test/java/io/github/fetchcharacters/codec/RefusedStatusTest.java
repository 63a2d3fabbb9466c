package io.github.fetchcharacters.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fetchcharacters.http.HttpSettings.Proxy;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.StatusException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with another status than 200. */
class RefusedStatusTest {

  private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(408, 425, 429, 500, 502, 503, 504);

  private final CharacterCodec codec =
      new CharacterCodec(
          URI.create("http://localhost/api"),
          InstantSource.fixed(Instant.parse("1994-11-06T08:49:37Z")));

  @Test
  void isTriedAgainOnlyWhereTheStatusSaysLater() {
    assertThat(IntStream.rangeClosed(201, 599))
        .allSatisfy(
            status -> {
              StatusException failure = failure(status, "");
              assertThat(failure.retryable()).isEqualTo(WORTH_ANOTHER_TRY.contains(status));
              assertThat(failure.status()).isEqualTo(status);
              assertThat(failure).message().startsWith("" + status).doesNotEndWith(" ");
            });
  }

  @ParameterizedTest
  @CsvSource({"429,,true", "429,1,true", "503,1,true", "503,,false", "500,1,false", "404,,false"})
  void speaksOfAllRequestsWhere429OrA503WithAWait(int status, @Nullable Long wait, boolean all) {
    Duration asked = wait == null ? null : Duration.ofSeconds(wait);

    assertThat(new StatusException(status, "", asked).asksToSlowDown()).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | {\"error\":\"Character not found\"} | 404 Character not found",
        "500 | {\"error\":\"Hey! you must provide an id\"} | 500 Hey! you must provide an id",
        "404 | ' { \"error\" : \"nie da – 誰も\" }' | 404 nie da – 誰も",
        "404 | {\"error\":\"one\",\"more\":[1]} | 404 one",
        "404 | {\"status\":404,\"error\":\"last\"} | 404 last",
        "404 | {\"a\":{\"error\":\"nested\"},\"b\":[{\"error\":1}],\"error\":\"own\"} | 404 own",
        "404 | {\"error\":17,\"error\":\"text\"} | 404 text",
        "404 | {\"error\":\"one\",\"more\":[1 | 404 one",
        "404 | {\"a\":{\"error\":\"nested\"}} | 404 Not Found",
        "403 | {\"error\":{\"code\":7,\"message\":\"no key\"}} | 403 no key",
        "403 | {\"a\":[{}],\"error\":{\"b\":{\"message\":\"c\"},\"message\":\"no key\"} | 403 no key",
        "403 | {\"error\":{\"message\":7},\"error\":\"text\"} | 403 text",
        "403 | {\"error\":{\"message\":\" \"},\"message\":\"no\"} | 403 Forbidden",
        "403 | {\"error\":{\"message\":{\"message\":\"no\"}}} | 403 Forbidden",
        "403 | {\"error\":{\"error\":\"no\"}} | 403 Forbidden",
        "403 | {\"error\":[{\"message\":\"no\"}]} | 403 Forbidden",
        "403 | {\"a\":{\"message\":\"no\"}} | 403 Forbidden",
        "400 | <title>400 Bad Request</title> | 400 Bad Request",
        "'400' | '<html><head><TITLE lang=en>\n 400 The plain HTTP request was sent to\n"
            + " HTTPS port </TITLE>' | 400 The plain HTTP request was sent to HTTPS port",
        "503 | '<!DOCTYPE html><title>503 - Be right back</title>' | 503 Be right back",
        "503 | <title></title> | 503 Service Unavailable",
        "503 | <title>503</title> | 503 Service Unavailable",
        "503 | <title>cut | 503 Service Unavailable",
        "503 | no <title>page</title> | 503 Service Unavailable",
        // Without an error text of the API: the standard phrase.
        "404 | {\"error\":\" \"} | 404 Not Found",
        "404 | {\"error\":17} | 404 Not Found",
        "404 | {\"error\":{\"text\":\"no\"}} | 404 Not Found",
        "404 | {\"error\":\"cut | 404 Not Found",
        "404 | [\"error\",\"x\"] | 404 Not Found",
        "404 | \"error\" | 404 Not Found",
        "404 | {\"message\":\"no\"} | 404 Not Found",
        "404 | {} | 404 Not Found",
        "404 | '' | 404 Not Found",
        "503 | <html><body>Sorry!</body></html> | 503 Service Unavailable",
        "502 | error code: 1016 | 502 Bad Gateway",
        "429 | Too many | 429 Too Many Requests",
        "418 | '' | 418",
        "299 | '' | 299",
      })
  void saysWhatTheServerSaidElseTheStandardPhrase(int status, String body, String message) {
    assertThat(failure(status, body)).hasMessage(message);
  }

  @Test
  void readsTheTextInWhateverItIsEncoded() {
    String body = "{\"status\":404,\"error\":\"Zoë fehlt\"}";

    for (Charset charset : List.of(UTF_8, ISO_8859_1, UTF_16LE, UTF_16BE, UTF_16)) {
      Reply reply = new Reply(404, "HTTP/1.1", null, null, body.getBytes(charset));
      assertThat(failure(reply)).as(charset.name()).hasMessage("404 Zoë fehlt");
    }
    assertThat(failure(404, "\uFEFF" + body)).hasMessage("404 Zoë fehlt");
  }

  @Test
  void readsTheTextAtTheEndOfALargeBody() {
    String more = "{\"a\":[\"" + "x".repeat(1 << 20) + "\"],\"error\":\"at the end\"}";

    assertThat(failure(404, more)).hasMessage("404 at the end");
    assertThat(failure(404, "[".repeat(200_000))).hasMessage("404 Not Found");
    assertThat(failure(404, "{\"a\":" + "[".repeat(200_000))).hasMessage("404 Not Found");
  }

  @Test
  void cutsALongText() {
    String text = "a".repeat(200);

    assertThat(failure(404, "{\"error\":\"" + text + "\"}")).hasMessage("404 " + text);
    assertThat(failure(404, "{\"error\":\"" + text + "b\"}")).hasMessage("404 " + text + "…");
  }

  @Test
  void cutsNoCharacterInTwo() {
    String text = "a".repeat(199);

    assertThat(failure(404, "{\"error\":\"" + text + "🛸b\"}")).hasMessage("404 " + text + "…");
  }

  @ParameterizedTest
  @CsvSource({
    "301, Moved Permanently",
    "302, Found",
    "303, See Other",
    "307, Temporary Redirect",
    "308, Permanent Redirect"
  })
  void namesWhereARedirectLeads(int status, String phrase) {
    Reply reply = new Reply(status, "HTTP/1.1", null, "https://there/?a=b", new byte[0]);

    assertThat(failure(reply))
        .hasMessage(status + " " + phrase + ", not followed, to https://there/?a=b");
    assertThat(failure(status, "")).hasMessage(status + " " + phrase);
  }

  @Test
  void namesNoLocationOfOtherAnswers() {
    Reply reply = new Reply(404, "HTTP/1.1", null, "https://there/", new byte[0]);

    assertThat(failure(reply)).hasMessage("404 Not Found");
  }

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "0, PT0S",
    "'Sun, 06 Nov 1994 08:50:37 GMT', PT1M",
    "'Sun, 06 Nov 1994 08:40:37 GMT', PT0S"
  })
  void passesOnTheWaitThatTheServerAsksFor(String field, Duration wait) {
    assertThat(failure(asking(field)).retryAfter()).hasValue(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5"})
  void passesOnNoWaitThatMakesNoSense(String field) {
    assertThat(failure(asking(field)).retryAfter()).isEmpty();
    assertThat(failure(asking(null)).retryAfter()).isEmpty();
  }

  @Test
  void namesAWaitThatIsTooLong() {
    StatusException failure = failure(asking("43200"));

    RuntimeException tooLong = failure.asksTooLong(Duration.ofSeconds(30));

    assertThat(tooLong)
        .hasMessage(
            "429 Too Many Requests; the server asks to wait 12h, longer than"
                + " --retry-max-delay=30s allows")
        .hasCause(failure)
        .isInstanceOfSatisfying(
            StatusException.class,
            status -> {
              assertThat(status.retryable()).isFalse();
              assertThat(status.status()).isEqualTo(429);
              assertThat(status.retryAfter()).hasValue(Duration.ofHours(12));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "86400, 24h",
    "172799, 47h59m59s",
    "172800, 2d",
    "31536000, 365d",
    "31539600, 365d1h",
    "3155760000, 36525d",
    "3155760001, more than 100 years",
    "9999999999999999999, more than 100 years",
    "'Fri, 31 Dec 9999 23:59:59 GMT', more than 100 years",
    "'Sun, 06 Nov 1994 09:50:07 GMT', 1h30s"
  })
  void namesALongWaitInFiguresThatSayHowLong(String field, String inWords) {
    assertThat(failure(asking(field)).asksTooLong(Duration.ofDays(1)))
        .hasMessage(
            "429 Too Many Requests; the server asks to wait "
                + inWords
                + ", longer than --retry-max-delay=24h allows");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT0.0005S, 0.5ms",
    "PT0.001S, 1ms",
    "PT0.3S, 300ms",
    "PT0.9995S, 999.5ms",
    "PT1S, 1s",
    "PT1.5S, 1.5s",
    "PT1M0.3S, 1m0.3s",
  })
  void namesTheLongestWaitAsACommandLineHasIt(Duration cap, String inWords) {
    assertThat(failure(asking("86400")).asksTooLong(cap))
        .hasMessageEndingWith("longer than --retry-max-delay=" + inWords + " allows");
  }

  @ParameterizedTest
  @CsvSource({
    "http, 401, '401 Unauthorized, from the API or the proxy here:1'",
    "https, 401, 401 Unauthorized",
    "http, 404, 404 Not Found"
  })
  void namesTheProxyThatMayHaveRefusedItsPassword(String scheme, int status, String message) {
    CharacterCodec proxied =
        new CharacterCodec(
            URI.create(scheme + "://localhost/api"),
            InstantSource.system(),
            new Proxy("here", 1, "x"));
    Reply reply = new Reply(status, "HTTP/1.1", null, null, new byte[0]);

    assertThatThrownBy(() -> proxied.character(1).decoder().apply(reply)).hasMessage(message);
  }

  private static Reply asking(@Nullable String retryAfter) {
    return new Reply(429, "HTTP/1.1", retryAfter, null, new byte[0]);
  }

  private StatusException failure(int status, String body) {
    return failure(new Reply(status, "HTTP/1.1", null, null, body.getBytes(UTF_8)));
  }

  private StatusException failure(Reply reply) {
    return catchThrowableOfType(
        StatusException.class, () -> codec.character(1).decoder().apply(reply));
  }
}
