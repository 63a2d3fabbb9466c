package io.github.fetchcharacters.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages of other JDKs than the one that runs this. */
class ClientMessageTest {

  private static final HttpSettings SETTINGS =
      new HttpSettings(
          Duration.ofSeconds(1), Duration.ofSeconds(1), 1 << 20, null, null, List.of());

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of("17.0.15", new IOException("/127.0.0.1:37666: GOAWAY received"), Kind.DROPPED),
        Arguments.of(
            "17.0.15",
            new IOException("Received RST_STREAM: Stream not processed"),
            Kind.REFUSED_STREAM),
        Arguments.of(
            "17.0.15",
            new ConnectException().initCause(new ClosedChannelException()),
            Kind.REFUSED),
        Arguments.of(
            "17.0.15",
            new SSLHandshakeException("No subject alternative DNS name matching h found."),
            Kind.TLS),
        Arguments.of("17.0.21", new IOException("Received RST_STREAM: Internal error"), Kind.LOST),
        Arguments.of("17.0.21", new IOException("RST_STREAM received"), Kind.LOST),
        Arguments.of(
            "17.0.21", new IOException("chunk length too big: 8000000"), Kind.UNACCEPTABLE),
        Arguments.of("17.0.21", new IOException("CR expected"), Kind.UNACCEPTABLE),
        Arguments.of("17.0.21", new ConnectException("Connection reset by peer"), Kind.UNANSWERED),
        Arguments.of("25.0.3", new ConnectException("Broken pipe"), Kind.UNANSWERED),
        Arguments.of("any", new ClosedChannelException(), Kind.UNANSWERED),
        Arguments.of("any", new IOException("Something new"), Kind.UNANSWERED),
        Arguments.of("any", new SSLException("Unsupported or unrecognized SSL message"), Kind.TLS),
        Arguments.of("any", new ConnectException("No route to host"), Kind.REFUSED),
        Arguments.of(
            "any",
            new InternalError(new SocketException("Too many open files")),
            Kind.NO_DESCRIPTORS),
        Arguments.of(
            "any",
            new UncheckedIOException(new IOException("Too many open files")),
            Kind.NO_DESCRIPTORS),
        Arguments.of(
            "without its library",
            new UnsatisfiedLinkError(
                "/lib/libnio.so: cannot open shared object file: Too many open files"),
            Kind.NO_DESCRIPTORS),
        Arguments.of(
            "a class that failed before",
            new NoClassDefFoundError("Could not initialize class sun.nio.ch.FileDispatcherImpl")
                .initCause(
                    new ExceptionInInitializerError(
                        "Exception java.io.IOException: Too many open files [in thread \"main\"]")),
            Kind.NO_DESCRIPTORS),
        Arguments.of("any", new SocketException("Too many open files"), Kind.NO_DESCRIPTORS));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("failures")
  void isUnderstood(String version, Throwable failure, Kind kind) {
    TransportException failureSeen = classified(failure, false);

    assertThat(failureSeen).returns(kind, TransportException::kind);
    assertThat(failureSeen.getMessage()).doesNotContain("" + failure.getMessage(), "Exception");
  }

  @ParameterizedTest
  @CsvSource({"EOF reached while reading", "Connection reset", "Something new"})
  void theEndOfAConnectionIsALossWithinAnAnswer(String message) {
    assertThat(classified(new EOFException(message), true))
        .returns(Kind.LOST, TransportException::kind);
  }

  /** The client would have sent it again without the limit. */
  @ParameterizedTest
  @CsvSource({"EOF reached while reading", "Something new"})
  void whatTheClientHoldsForExpiredIsUnanswered(String message) {
    IOException failure = new IOException("Too many retries", new IOException(message));

    assertThat(classified(failure, false)).returns(Kind.UNANSWERED, TransportException::kind);
  }

  private static TransportException classified(Throwable failure, boolean begun) {
    return (TransportException)
        TransportFailures.classified(
            URI.create("https://localhost:1/"), SETTINGS, failure, begun, List.of());
  }
}
