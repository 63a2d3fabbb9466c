package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which address of a name comes next. */
class HostAddressesTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // all, reached, tried, next
        "a b c, -, a, b",
        "a b c, -, a b, c",
        "a b c, -, a b c, -",
        "a b c, c, a, c",
        "a b c, c, c, a",
        "a b c, c, c a, b",
        "a b c, c, c a b, -",
        "a b c, gone, a, b",
        "a, -, a, -",
        "a a, -, a, -",
      })
  void isTheFirstOfThoseNotTried(String all, String reached, String tried, String next) {
    assertThat(HostAddresses.next(words(all), reached, words(tried)).orElse(null)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "::1,          https://host:8443/api?a=%26, https://[::1]:8443/api?a=%26",
    "192.0.2.1,    http://user@host/a%20b,      http://192.0.2.1/a%20b",
    "fe80::1%eth0, http://host/,                http://[fe80::1%eth0]/"
  })
  void takesThePlaceOfTheName(String address, URI uri, URI expected) {
    assertThat(HostAddresses.at(address, uri)).isEqualTo(expected);
  }

  @Test
  void showTheCertificateOfTheNameFromItsSecondOn() {
    HostAddresses addresses = new HostAddresses(name -> List.of("192.0.2.1", "192.0.2.2"));
    assertThat(addresses.certified("192.0.2.2")).isEqualTo("192.0.2.2");

    assertThat(addresses.next("host", addresses.tried("host", List.of()))).contains("192.0.2.2");

    assertThat(addresses.certified("192.0.2.2")).isEqualTo("host");
    assertThat(addresses.certified("host")).isEqualTo("host");
    assertThat(addresses.certified("other2")).isEqualTo("other2");
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
