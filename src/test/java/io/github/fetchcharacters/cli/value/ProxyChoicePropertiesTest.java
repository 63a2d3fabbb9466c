package io.github.fetchcharacters.cli.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.HttpSettings.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the proxy's URL is, it is taken or refused, and its password stays secret. */
class ProxyChoicePropertiesTest {

  private static final URI TARGET = URI.create("https://api.test/api");

  /** A word that no message has by chance. */
  private static final String SECRET = "Xy7Qz";

  @Property
  void isTakenOrRefusedWithAReason(@ForAll("urls") String url) {
    assertThat(messageOf(url))
        .matches(
            "(?s)|(only http|it is not of the form|it has no port|its port is too large|the host '|'.*' has no port: ).+");
  }

  @Property
  void aPasswordIsInNoMessage(
      @ForAll("userPart") String before,
      @ForAll("userPart") String after,
      @ForAll("urls") String host,
      @ForAll("schemes") String scheme) {
    String url = scheme + "user:" + before + SECRET + after + "@" + host;

    assertThat(messageOf(url)).doesNotContain(SECRET);
  }

  @Property
  void hasTheHostThePortAndThePasswordThatAreWritten(
      @ForAll("names") String user,
      @ForAll("names") String password,
      @ForAll("names") String host,
      @ForAll @IntRange(min = 0, max = 0xFFFF) int port) {
    String url = "http://%s:%s@%s:%d".formatted(user, password, host, port);
    String credentials = user + ":" + password;

    assertThat(ProxyChoice.of(TARGET, url, Map.of()))
        .isEqualTo(
            new Proxy(
                host,
                port,
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
  }

  @Property
  void thereIsNoListOfHostsThatFails(@ForAll("urls") String list) {
    Proxy proxy = ProxyChoice.of(TARGET, "p:1", Map.of("no_proxy", list));

    assertThat(proxy == null || proxy.host().equals("p")).isTrue();
  }

  /** Why it is refused; empty if it is not. */
  private static String messageOf(String url) {
    try {
      ProxyChoice.of(TARGET, url, Map.of());
      return "";
    } catch (ProxyChoice.UnusableException refused) {
      return "" + refused.getMessage();
    }
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20);
  }

  @Provide
  Arbitrary<String> schemes() {
    return Arbitraries.of("", "http://", "HTTP://", "https://", "socks5://", "//", "http:/", ":");
  }

  @Provide
  Arbitrary<String> userPart() {
    return parts("a", ":", "/", "?", "#", "@", "%", "%41", "[", "]", "é", " ", "_", "\\", "\n");
  }

  @Provide
  Arbitrary<String> urls() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        parts(
            "http://",
            "p",
            "a_b",
            "é",
            "x--",
            ":",
            "80",
            "99999999999",
            "/",
            "?",
            "[::1]",
            "%",
            "*",
            ","),
        Combinators.combine(schemes(), Arbitraries.strings().ofMaxLength(20)).as((s, t) -> s + t));
  }

  private static Arbitrary<String> parts(String... parts) {
    return Arbitraries.of(parts).list().ofMaxSize(6).map(list -> String.join("", list));
  }
}
