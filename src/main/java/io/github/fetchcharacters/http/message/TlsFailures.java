package io.github.fetchcharacters.http.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the JDK's messages about TLS into failures. JDK 25 and 17.0.21 put the alert's name first,
 * as in {@code (certificate_unknown) No subject alternative DNS name …}; JDK 17.0.15 does not.
 */
public final class TlsFailures {

  private static final String ALERT = "Received fatal alert: ";

  private static final Pattern PLAIN_TO_TLS =
      Pattern.compile(
          "plain HTTP request was sent to HTTPS port"
              + "|speaking plain HTTP to an SSL-enabled server port"
              + "|Client sent an HTTP request to an HTTPS server"
              + "|combination of host and port requires TLS");

  private static final String NOTHING_IN_COMMON =
      "it accepts no version and cipher of TLS that this Java offers";

  private static final String ASKS = "it asks for a certificate of the client";

  /** A part of a message, and what it means. */
  private record Row(String part, String words) {}

  /** The first that fits counts. */
  private static final List<Row> ROWS =
      List.of(
          new Row(
              "unable to find valid certification path",
              "its certificate is signed by an unknown authority (--cacert=FILE adds one)"),
          new Row("No subject alternative", "its certificate is for another host than {host}"),
          new Row("No name matching", "its certificate is for another host than {host}"),
          new Row("validity check failed", "its certificate has expired or is not valid yet"),
          new Row("nrecognized SSL message", "it speaks no TLS there (http:// may be meant)"),
          new Row("trustAnchors parameter must be non-empty", "this Java trusts no authority"),
          new Row("PKIX path", "its certificate cannot be trusted"),
          new Row(ALERT + "handshake_failure", NOTHING_IN_COMMON),
          new Row(ALERT + "insufficient_security", NOTHING_IN_COMMON),
          new Row(ALERT + "protocol_version", NOTHING_IN_COMMON),
          new Row("No appropriate protocol", NOTHING_IN_COMMON),
          new Row(ALERT + "no_application_protocol", "it offers neither HTTP/2 nor HTTP/1.1"),
          new Row(ALERT + "unrecognized_name", "it knows no host of this name"),
          new Row(ALERT + "certificate_required", ASKS),
          new Row(ALERT + "bad_certificate", ASKS),
          new Row(ALERT + "access_denied", "it denies access"),
          new Row(ALERT + "internal_error", "it has failed inside"),
          new Row(ALERT, "it has broken the handshake off"));

  /** How an alert of TLS begins: RFC 8446, section 5.1. */
  static final String ALERT_RECORD = "\u0015\u0003";

  private TlsFailures() {}

  /** Returns the failure of a handshake, which also fails when the connection ends. */
  static TransportException ofHandshake(URI uri, SSLException failure) {
    String said = "" + failure.getMessage();
    if (said.contains("Remote host terminated the handshake")
        || said.contains("Received close_notify during handshake")) {
      return new TransportException(
          Kind.HANDSHAKE_ENDED,
          "connection lost by " + Origin.of(uri) + " (closed in the TLS handshake)",
          failure);
    }
    return new TransportException(
        Kind.TLS,
        "no secure connection to " + Origin.of(uri) + ": " + words(said, "" + uri.getHost()),
        failure);
  }

  /**
   * Returns a failure on a connection that has carried an answer before: the handshake is over, so
   * an alert only announces the end of the connection.
   */
  public static TransportException ofUsedConnection(URI uri, TransportException failure) {
    Throwable cause = failure.getCause();
    return cause == null || !("" + cause.getMessage()).contains(ALERT)
        ? failure
        : new TransportException(
            Kind.UNANSWERED,
            "connection lost by " + Origin.of(uri) + " (closed before the answer)",
            cause);
  }

  private static String words(String said, String host) {
    return ROWS.stream()
        .filter(row -> said.contains(row.part()))
        .findFirst()
        .map(row -> row.words().replace("{host}", host))
        .orElse("the handshake failed");
  }

  /** Returns the failure of plain http at a port for https. */
  public static TransportException speaksTls(URI uri, @Nullable Throwable failure) {
    return new TransportException(
        Kind.TLS, Origin.of(uri) + " speaks TLS: https:// is meant", failure);
  }

  /**
   * Whether a reply complains of plain http at a port for https, as nginx, Apache httpd, Go and
   * Tomcat do with status 400.
   */
  public static boolean asksForTls(URI uri, Reply reply) {
    return reply.status() == 400
        && uri.getScheme().equalsIgnoreCase("http")
        && PLAIN_TO_TLS.matcher(new String(reply.body(), ISO_8859_1)).find();
  }
}
