package io.github.fetchcharacters.api;

import io.github.fetchcharacters.api.TransportException.Kind;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns the HTTP client's failures into words and kinds: the one place, for both twins. */
final class TransportFailures {

  private static final String TUNNEL_FAILED = "Tunnel failed, got: ";

  /** What a 204 with a length or with chunks ends in, on 17 and 25, its body sent or not. */
  private static final String NO_CONTENT = "unexpected content length header with 204 response";

  private TransportFailures() {}

  /**
   * The failure to report. It is told by the type of what was thrown and not by how deep a cause
   * lies, since the blocking variant wraps once more.
   *
   * @param thrown what ended the exchange, null where it ended well but late
   * @param late whether the exchange was ended by its deadline
   */
  static RuntimeException classified(
      URI uri, HttpSettings settings, @Nullable Throwable thrown, boolean late) {
    Throwable failure = thrown == null ? null : RetryPolicy.causeOf(thrown);
    if (late) {
      return new TransportException(
          Kind.TIMEOUT,
          "no complete answer within " + ApiException.inWords(settings.timeout()),
          failure);
    }
    if (failure instanceof CancellationException cancelled) {
      return cancelled;
    }
    if (failure instanceof IOException io) {
      return classified(uri, settings, io);
    }
    if (failure instanceof NumberFormatException malformed) {
      // A Content-Length that is no number, which the client does not expect.
      return notHttp("a length that is no number", malformed);
    }
    return rethrown(failure);
  }

  /** Itself if it may be thrown as it is: an {@link ApiException}, or an error of the program. */
  static RuntimeException rethrown(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failure);
  }

  private static RuntimeException classified(URI uri, HttpSettings settings, IOException failure) {
    // What the limit of one try on the client's own repeating looks like.
    if ("Too many retries".equals(failure.getMessage())
        && failure.getCause() instanceof IOException first) {
      return classified(uri, settings, first);
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return new TransportException(
          Kind.TIMEOUT,
          "no connection to "
              + origin(uri)
              + " within "
              + ApiException.inWords(settings.connectTimeout()),
          failure);
    }
    if (failure instanceof ConnectException) {
      return notConnected(uri, settings, failure);
    }
    if (failure instanceof SSLException) {
      return new TransportException(
          Kind.TLS, "no secure connection to " + origin(uri) + ": " + tlsWords(failure), failure);
    }
    if (NO_CONTENT.equals(failure.getMessage())) {
      return noContent();
    }
    String said = words(failure);
    if (said.startsWith(TUNNEL_FAILED) && settings.proxy() != null) {
      return tunnelFailed(settings.proxy(), said);
    }
    if (failure.getCause() instanceof TransportException unacceptable) {
      return unacceptable;
    }
    return lost(uri, failure);
  }

  /** Unknown and refusing hosts are one exception, without a message; only the cause differs. */
  private static TransportException notConnected(
      URI uri, HttpSettings settings, IOException failure) {
    boolean unknown = failure.getCause() instanceof UnresolvedAddressException;
    Kind kind = unknown ? Kind.UNKNOWN_HOST : Kind.REFUSED;
    String what = unknown ? "unknown host " : refusal(failure);
    if (settings.proxy() != null) {
      return new TransportException(kind, what + "the proxy " + settings.proxy(), failure);
    }
    return new TransportException(kind, what + (unknown ? uri.getHost() : origin(uri)), failure);
  }

  private static String refusal(IOException failure) {
    boolean noRoute =
        failure.getCause() instanceof NoRouteToHostException
            || words(failure).contains("unreachable");
    return noRoute ? "no route to " : "connection refused by ";
  }

  /** The proxy's answer to CONNECT, of which the client tells the status alone. */
  private static RuntimeException tunnelFailed(HttpSettings.Proxy proxy, String said) {
    return StatusException.ofProxy(
        Integer.parseInt(said.substring(TUNNEL_FAILED.length()).strip()), proxy);
  }

  /** The status stands, whatever the server announced or sent with it. */
  private static StatusException noContent() {
    return new StatusException(204, "No Content", null);
  }

  private static String tlsWords(IOException failure) {
    String words = words(failure);
    if (words.contains("unable to find valid certification path")) {
      return "its certificate is signed by an unknown authority (--cacert=FILE adds one)";
    }
    if (words.contains("No subject alternative") || words.contains("No name matching")) {
      return "its certificate is for another host (" + words + ")";
    }
    if (words.contains("validity check failed")) {
      return "its certificate has expired or is not valid yet";
    }
    return words;
  }

  private static TransportException lost(URI uri, IOException failure) {
    String words = words(failure);
    if (words.contains("too many concurrent streams")) {
      return new TransportException(Kind.TOO_MANY_STREAMS, words, failure);
    }
    if (words.contains("GOAWAY") || words.contains("not processed by peer")) {
      return new TransportException(Kind.UNPROCESSED, words, failure);
    }
    if (failure instanceof ProtocolException || words.startsWith("invalid ")) {
      return notHttp(words, failure);
    }
    if (words.contains("content-length") || words.contains("chunked")) {
      return new TransportException(Kind.LOST, "the answer is cut short (" + words + ")", failure);
    }
    return new TransportException(
        Kind.LOST, "connection lost by " + origin(uri) + " (" + words + ")", failure);
  }

  private static TransportException notHttp(String words, Exception failure) {
    return new TransportException(Kind.UNACCEPTABLE, "the answer is not HTTP: " + words, failure);
  }

  /** The client's own words; in human ones where they tell of its insides. */
  private static String words(IOException failure) {
    String message = failure.getMessage();
    if (message == null) {
      return failure.getClass().getSimpleName();
    }
    return message.toLowerCase(Locale.ROOT).contains("parser received no bytes")
            || message.startsWith("EOF reached")
        ? "closed before the answer"
        : message;
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
