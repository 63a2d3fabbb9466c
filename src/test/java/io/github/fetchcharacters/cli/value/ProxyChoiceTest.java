package io.github.fetchcharacters.cli.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.http.HttpSettings.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choice of a proxy, by curl's rules; the environment is written {@code name=value; ...}. */
class ProxyChoiceTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      value = {
        "http://api.test/x, http_proxy=http://p:1, p:1",
        "https://api.test/x, https_proxy=http://p:1, p:1",
        "http://api.test/x, https_proxy=http://p:1, none",
        "https://api.test/x, http_proxy=http://p:1, none",
        "http://api.test/x, HTTP_PROXY=http://p:1, p:1",
        "https://api.test/x, HTTPS_PROXY=http://p:1, p:1",
        "HTTPS://api.test/x, HTTPS_PROXY=http://p:1, p:1",
        "http://api.test/x, all_proxy=http://p:1, p:1",
        "https://api.test/x, ALL_PROXY=http://p:1, p:1",
        "http://api.test/x, all_proxy=http://p:1; http_proxy=http://q:2, q:2",
        "http://api.test/x, ALL_PROXY=http://p:1; HTTP_PROXY=http://q:2, q:2",
        "https://api.test/x, HTTPS_PROXY=http://p:1; https_proxy=http://q:2, q:2",
        "http://api.test/x, http_proxy=; HTTP_PROXY=http://p:1, none",
        "http://api.test/x, http_proxy=; all_proxy=http://p:1, p:1",
        "http://api.test/x, http_proxy=p:1, p:1",
        "http://api.test/x, http_proxy=p, p:1080",
        "http://api.test/x, http_proxy=http://p/, p:1080",
        "http://api.test/x, http_proxy=HTTP://p:1, p:1",
        "http://api.test/x, http_proxy=http://127.0.0.1:8080, 127.0.0.1:8080",
        "http://api.test/x, '', none",
      })
  void comesFromTheEnvironment(URI target, String environment, String proxy) {
    assertThat(chosen(target, null, environment)).isEqualTo(proxy);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      value = {
        "http://api.test/x, *, none",
        "http://api.test/x, api.test, none",
        "http://API.test/x, api.TEST, none",
        "http://api.test/x, test, none",
        "http://api.test/x, .test, none",
        "http://api.test/x, .api.test, none",
        "http://v1.api.test/x, api.test, none",
        "http://myapi.test/x, api.test, p:1",
        "http://api.test.com/x, api.test, p:1",
        "http://api.test/x, v1.api.test, p:1",
        "http://api.test/x, 'one, two,api.test', none",
        "http://api.test/x, 'one two api.test', none",
        "http://api.test/x, 'one,,two', p:1",
        "http://api.test/x, '', p:1",
        "http://api.test/x, ',', p:1",
        "http://api.test/x, api.test:80, none",
        "http://api.test/x, api.test:8080, p:1",
        "http://api.test:8080/x, api.test:8080, none",
        "https://api.test/x, api.test:443, none",
        "https://api.test/x, api.test:80, p:1",
        "http://127.0.0.1:99/x, 127.0.0.1, none",
        "http://[::1]:99/x, ::1, none",
        "http://[::1]:99/x, [::1], none",
        "http://[::1]:99/x, [::1]:99, none",
        "http://[::1]:99/x, [::1]:98, p:1",
        "http://127.1.2.3/x, 127.0.0.0/8, none",
        "http://126.1.2.3/x, 127.0.0.0/8, p:1",
        "http://10.1.2.200/x, 10.1.2.129/25, none",
        "http://10.1.2.100/x, 10.1.2.129/25, p:1",
        "http://10.1.2.3/x, 10.1.2.3/32, none",
        "http://10.1.2.2/x, 10.1.2.3/32, p:1",
        "http://10.1.2.3/x, 0.0.0.0/0, none",
        "http://10.1.2.3/x, 10.1.2.3/33, p:1",
        "http://10.1.2.3/x, 10.1.2.3/-1, p:1",
        "http://10.1.2.3/x, 10.1.2.3/, p:1",
        "http://10.1.2.3/x, 10.1.2.3/x, p:1",
        "http://10.1.2.3/x, 10/8, p:1",
        "http://10.1.2.3/x, 2.3, p:1",
        "http://10.1.2.3/x, .2.3, p:1",
        "http://10.1.2.3/x, ::/0, p:1",
        "http://10.1.2.3:8080/x, 10.1.2.3:8080, none",
        "http://10.1.2.3:8080/x, 10.1.2.3:80, p:1",
        "http://10.1.2.3/x, 10.1.2.3., none",
        "http://10.example/x, 10.0.0.0/8, p:1",
        "http://[::1]/x, ::1/128, none",
        "http://[::1]/x, [::1]/128, none",
        "http://[::2]/x, ::1/128, p:1",
        "http://[::1]/x, ::1/129, p:1",
        "http://[::1]/x, 127.0.0.0/8, p:1",
        "http://[0:0:0:0:0:0:0:1]:99/x, ::1, none",
        "http://[::1]:99/x, [0000::0:001]:99, none",
        "http://[2001:DB8::a0:1]/x, 2001:db8:0:0:0:0:00a0:1, none",
        "http://[2001:db8::1]/x, 2001:db8::/32, none",
        "http://[2001:db9::1]/x, 2001:db8::/32, p:1",
        "http://[2001:db8::1]/x, 2001:db8, p:1",
        "http://[::ffff:127.0.0.1]/x, ::ffff:7f00:1, none",
        "http://[fe80::1%25eth0]/x, fe80::/10, none",
        "http://api.test./x, api.test, none",
        "http://api.test/x, api.test., none",
        "http://v1.api.test./x, .api.test., none",
        "http://api.test./x, api.test.:80, none",
        "http://api.test./x, ., p:1",
        "http://api.test/x, 'one,\tapi.test ,two', none",
        "http://api.test/x, 'one, *', none",
        "http://api.test/x, *.test, p:1",
      })
  void noneForTheExcluded(URI target, String excluded, String proxy) {
    for (String name : new String[] {"no_proxy", "NO_PROXY"}) {
      assertThat(chosen(target, null, "ALL_PROXY=http://p:1; " + name + "=" + excluded))
          .isEqualTo(proxy);
      assertThat(chosen(target, "http://p:1", name + "=" + excluded)).isEqualTo(proxy);
    }
  }

  @Test
  void lowerCaseWinsAmongTheExclusions() {
    assertThat(
            chosen(
                URI.create("http://api.test"),
                "http://p:1",
                "NO_PROXY=api.test; no_proxy=other.test"))
        .isEqualTo("p:1");
  }

  @Test
  void theOptionComesBeforeTheEnvironment() {
    URI target = URI.create("http://api.test");

    assertThat(chosen(target, "http://q:2", "http_proxy=http://p:1")).isEqualTo("q:2");
    assertThat(chosen(target, "", "http_proxy=http://p:1")).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "http://p:1, ",
    "http://me:secret@p:1, Basic bWU6c2VjcmV0",
    "me:secret@p:1, Basic bWU6c2VjcmV0",
    "http://me@p:1, Basic bWU=",
    "http://me:se%40cret%C3%A9@p:1, Basic bWU6c2VAY3JldMOp",
  })
  void takesUserAndPassword(String option, String authorization) {
    Proxy proxy = ProxyChoice.of(URI.create("http://api.test"), option, Map.of());

    assertThat(proxy).returns(authorization, Proxy::authorization);
    assertThat(proxy).hasToString("p:1");
  }

  @ParameterizedTest
  @CsvSource({
    "socks5://me:s3cret@p:1, only http:// proxies are supported",
    "https://me:s3cret@p:1, only http:// proxies are supported",
    "http://me:s3cret@p:99999, its port is too large",
    "http://me:s3cret@p:port, it is not of the form",
    "http://me:s3cret@, it is not of the form",
    "http://me:s3cret @p:1, it is not of the form",
    "http://me:s3cret%zz@p:1, it is not of the form",
    "http://:1, it is not of the form",
  })
  void aBadOneIsAUsageErrorWithoutThePassword(String proxy, String why) {
    assertThatExceptionOfType(ProxyChoice.UnusableException.class)
        .isThrownBy(() -> ProxyChoice.of(URI.create("http://api.test"), proxy, Map.of()))
        .withMessageStartingWith(why);

    CommandRun byOption =
        CommandRun.of("--base-url=http://api.test", "--proxy=" + proxy, "-v", "1");
    CommandRun byVariable =
        CommandRun.withEnvironment(
            Map.of("all_proxy", proxy), "--base-url=http://api.test", "-v", "1");

    assertThat(byOption.exitCode()).isEqualTo(2);
    assertThat(byOption.err())
        .startsWith("fetch-characters: Invalid value for option '--proxy': " + why)
        .doesNotContain("s3cret");
    assertThat(byVariable.exitCode()).isEqualTo(2);
    assertThat(byVariable.err())
        .startsWith("fetch-characters: Invalid value for variable ALL_PROXY: " + why)
        .doesNotContain("s3cret");
  }

  private static String chosen(URI target, @Nullable String option, String environment) {
    Map<String, String> variables = new HashMap<>();
    for (String variable : environment.split("; ", -1)) {
      int equals = variable.indexOf('=');
      if (equals > 0) {
        variables.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    Proxy proxy = ProxyChoice.of(target, option, variables);
    return proxy == null ? "none" : proxy.toString();
  }
}
