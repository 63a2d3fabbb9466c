package io.github.fetchcharacters.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures to connect that no test can provoke at will. */
class TransportFailuresTest {

  /** A reset comes from a server, and another address may be of the same one. */
  @ParameterizedTest
  @CsvSource({
    "Connection refused, true",
    "Network is unreachable, true",
    "Connection reset, false",
    "Connection reset by peer, false",
    "Too many open files, false"
  })
  void aRefusalIsNoReset(String message, boolean refusal) {
    assertThat(TransportFailures.isRefusal(failed(new SocketException(message))))
        .isEqualTo(refusal);
  }

  @Test
  void anUnknownNameIsNoRefusal() {
    assertThat(TransportFailures.isRefusal(failed(new UnresolvedAddressException()))).isFalse();
  }

  /** As the client makes it. */
  private static IOException failed(Exception cause) {
    ConnectException failure = new ConnectException(cause.getMessage());
    failure.initCause(cause);
    return failure;
  }
}
