package io.github.fetchcharacters.cli;

import static io.github.fetchcharacters.cli.FaultyApi.ok;
import static io.github.fetchcharacters.cli.StubApi.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.http.client.Certificates;
import io.github.fetchcharacters.http.client.RawServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Through a real proxy, by forwarding and by tunnel, with a password and without. */
@Timeout(60)
class ProxyTest {

  private static final String GIVEN = "Basic bWU6czNjcmV0";

  private static final Certificates CERTIFICATES = Certificates.shared();

  @ParameterizedTest
  @EnumSource
  void forwardsPlainHttp(Mode mode) throws IOException {
    try (RawServer api = api();
        ForwardProxy proxy = new ForwardProxy(GIVEN)) {
      CommandRun run =
          CommandRun.of(
              "--base-url=" + api.uri("/api"),
              "--proxy=http://me:s3cret@" + proxy.authority(),
              "--mode=" + mode,
              "1");

      assertThat(run).isEqualTo(new CommandRun(0, "Number 1\n", ""));
      assertThat(proxy.heads()).hasSize(1);
      assertThat(proxy.heads().get(0))
          .startsWith("GET " + api.uri("/api/character/1") + " HTTP/1.1\r\n")
          .contains("\r\nProxy-Authorization: " + GIVEN + "\r\n")
          .doesNotContainIgnoringCase("upgrade");
      assertThat(api.requests()).hasSize(1).first().asString().contains("Via: it");
    }
  }

  @ParameterizedTest
  @EnumSource
  void tunnelsHttpsAndShowsThePasswordToTheProxyAlone(Mode mode) throws Exception {
    try (SecureApi api = new SecureApi(CERTIFICATES, "good");
        ForwardProxy proxy = new ForwardProxy(GIVEN)) {
      Map<String, String> environment =
          Map.of("HTTPS_PROXY", "http://me:s3cret@" + proxy.authority());

      CommandRun run =
          CommandRun.withEnvironment(
              environment,
              api.option(),
              CERTIFICATES.option(),
              "--mode=" + mode,
              "-H",
              "Authorization: Bearer t0ken",
              "1");

      assertThat(run).isEqualTo(new CommandRun(0, "Number 1\n", ""));
      assertThat(proxy.heads()).hasSize(1);
      assertThat(proxy.heads().get(0))
          .startsWith("CONNECT " + api.url().substring("https://".length()) + " HTTP/1.1\r\n")
          .contains("\r\nProxy-Authorization: " + GIVEN + "\r\n")
          .doesNotContain("t0ken");
      assertThat(api.requests()).hasSize(1);
      assertThat(api.requests().get(0)).doesNotContainKey("Proxy-authorization");
      assertThat(api.requests().get(0).getFirst("Authorization")).isEqualTo("Bearer t0ken");
    }
  }

  @Test
  void anExcludedHostIsAskedDirectlyAndNotShownThePassword() throws IOException {
    try (RawServer api = api();
        ForwardProxy proxy = new ForwardProxy(GIVEN)) {
      Map<String, String> environment =
          Map.of("ALL_PROXY", "http://me:s3cret@" + proxy.authority(), "NO_PROXY", "127.0.0.1");

      CommandRun run =
          CommandRun.withEnvironment(environment, "--base-url=" + api.uri("/api"), "1");

      assertThat(run).isEqualTo(new CommandRun(0, "Number 1\n", ""));
      assertThat(proxy.heads()).isEmpty();
      assertThat(api.requests())
          .singleElement()
          .asString()
          .doesNotContainIgnoringCase("Proxy-Authorization");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongPasswordIsReportedAndNotTriedAgain(Mode mode) throws Exception {
    try (SecureApi secure = new SecureApi(CERTIFICATES, "good");
        RawServer plain = api();
        ForwardProxy proxy = new ForwardProxy(GIVEN)) {
      String option = "--proxy=http://me:wr0ng@" + proxy.authority();

      CommandRun tunnelled =
          CommandRun.of(secure.option(), CERTIFICATES.option(), option, "--mode=" + mode, "1");
      CommandRun forwarded =
          CommandRun.of("--base-url=" + plain.uri(""), option, "--mode=" + mode, "1");

      CommandRun refused =
          new CommandRun(
              1,
              "",
              "fetch-characters: character 1: the proxy %s does not accept the user and password:"
                      .formatted(proxy.authority())
                  + " 407 Proxy Authentication Required\n");
      assertThat(tunnelled).isEqualTo(refused);
      assertThat(forwarded).isEqualTo(refused);
      assertThat(proxy.heads()).hasSize(2);
      assertThat(secure.requests()).isEmpty();
      assertThat(plain.requests()).isEmpty();
    }
  }

  /** The proxy's status counts like a server's, and would be the same for other ids. */
  @ParameterizedTest
  @CsvSource({
    "408 Request Timeout, 2",
    "425 Too Early, 2",
    "429 Too Many Requests, 2",
    "500 Internal Server Error, 2",
    "502 Bad Gateway, 2",
    "503 Service Unavailable, 2",
    "504 Gateway Timeout, 2",
    "204 No Content, 1",
    "302 Found, 1",
    "400 Bad Request, 1",
    "403 Forbidden, 1",
    "404 Not Found, 1",
    "501 Not Implemented, 1",
    "599, 1",
  })
  void aTunnelThatIsRefusedIsClassifiedByTheStatus(String status, int attempts) throws IOException {
    try (RawServer proxy = answering("HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\n\r\n")) {
      String at = proxy.uri("").getRawAuthority();
      for (Mode mode : Mode.values()) {
        int before = proxy.requests().size();

        CommandRun run =
            CommandRun.of(
                "--base-url=https://localhost:1",
                "--proxy=" + at,
                "--mode=" + mode,
                "--retries=1",
                "--retry-delay=0ms",
                "1");

        assertThat(run)
            .isEqualTo(
                new CommandRun(
                    1,
                    "",
                    "fetch-characters: character 1: the proxy %s did not connect: %s\n"
                        .formatted(at, status)));
        assertThat(proxy.requests()).hasSize(before + attempts);
      }
    }
  }

  /** As tinyproxy does, though RFC 9110, section 15.5.8, has 407 for it. */
  @Test
  void aWrongPasswordMayBeAnsweredAsAServerDoes() throws IOException {
    try (RawServer proxy = answering("HTTP/1.0 401 Unauthorized\r\n\r\n")) {
      String at = proxy.uri("").getRawAuthority();

      CommandRun run =
          CommandRun.of("--base-url=https://localhost:1", "--proxy=http://me:wr0ng@" + at, "1");

      assertThat(run.err())
          .isEqualTo(
              "fetch-characters: character 1: the proxy %s does not accept the user and password: 401 Unauthorized\n"
                  .formatted(at));
    }
  }

  /** Of an answer over plain http only a Via says that the API wrote it. */
  @ParameterizedTest
  @CsvSource({
    "'', ', from the API or the proxy '",
    "'Via: 1.1 it\r\n', ''",
  })
  void anAnswerThatTheProxyMayHaveWrittenNamesBoth(String field, String origins)
      throws IOException {
    String head = "HTTP/1.0 401 Unauthorized\r\n" + field.translateEscapes();
    try (RawServer proxy = answering(head + "Content-Length: 0\r\n\r\n")) {
      String at = proxy.uri("").getRawAuthority();

      CommandRun run =
          CommandRun.of("--base-url=http://localhost:1", "--proxy=http://me:wr0ng@" + at, "1");

      assertThat(run.err())
          .isEqualTo(
              "fetch-characters: character 1: 401 Unauthorized%s\n"
                  .formatted(origins.isEmpty() ? "" : origins + at));
    }
  }

  @Test
  void aTunnelThatIsRefusedIsNotAskedForEachOfABatch() throws IOException {
    try (RawServer proxy = answering("HTTP/1.1 502 x\r\nContent-Length: 0\r\n\r\n")) {
      CommandRun run =
          CommandRun.of(
              "--base-url=https://localhost:1",
              "--proxy=" + proxy.uri("").getRawAuthority(),
              "--mode=batch",
              "--retries=0",
              "1-3");

      assertThat(run.errLines()).hasSize(3).allMatch(line -> line.endsWith(": 502 Bad Gateway"));
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  private static RawServer answering(String answer) throws IOException {
    return new RawServer(
        connection -> {
          if (connection.request() != null) {
            connection.send(answer);
          }
        });
  }

  @Test
  void aPasswordThatIsMissingIsAskedFor() throws IOException {
    try (RawServer plain = api();
        ForwardProxy proxy = new ForwardProxy(GIVEN)) {
      CommandRun run =
          CommandRun.of(
              "--base-url=" + plain.uri(""), "--proxy=" + proxy.authority(), "--mode=batch", "1-2");

      assertThat(run.errLines())
          .hasSize(2)
          .first()
          .isEqualTo(
              "fetch-characters: character 1: the proxy %1$s asks for a user and a password"
                      .formatted(proxy.authority())
                  + " (--proxy=http://user:password@%s): 407 Proxy Authentication Required"
                      .formatted(proxy.authority()));
      assertThat(proxy.heads()).hasSize(1);
    }
  }

  private static RawServer api() throws IOException {
    return new RawServer(
        connection -> {
          if (connection.request() != null) {
            connection.send(ok(record(1, "Number 1")));
          }
        });
  }
}
