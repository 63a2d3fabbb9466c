package io.github.fetchcharacters.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts are addresses, by the forms that {@code InetAddress} takes without a look-up. */
class OriginTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1",
        "0177.0.0.1",
        "1.2.3",
        "127.1",
        "2130706433",
        "::1",
        "[::1]",
        "::ffff:192.0.2.1",
        "fe80::1%eth0",
        "[fe80:0:0:0:0:0:0:1%eth0]"
      })
  void isAnAddress(String host) {
    assertThat(Origin.isLiteral(host)).isTrue();
    assertThat(Origin.addressOf(host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "api1",
        "api-1",
        "s3.api2",
        "1.example",
        "10.0.0.1.nip.io",
        "3com.net1",
        "1a2",
        "host1.",
        "127.0.0.1.",
        "0x7f000001",
        "127.0.0.0x1",
        "٣",
        "."
      })
  void isAName(String host) {
    assertThat(Origin.isLiteral(host)).isFalse();
  }
}
