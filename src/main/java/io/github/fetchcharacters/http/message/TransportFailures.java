package io.github.fetchcharacters.http.message;

import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Quote;
import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns the HTTP client's failures into words and kinds: the one place, for both twins. */
public final class TransportFailures {

  /** How the client says that it would have sent a request again, had it not been limited. */
  private static final String WOULD_SEND_AGAIN = "Too many retries";

  private static final String TUNNEL_FAILED = "Tunnel failed, got: ";

  /** Most characters of a server's that a message quotes. */
  private static final int MAX_QUOTE = 60;

  private final URI uri;
  private final HttpSettings settings;
  private final boolean begun;
  private final List<String> tried;

  private TransportFailures(URI uri, HttpSettings settings, boolean begun, List<String> tried) {
    this.uri = uri;
    this.settings = settings;
    this.begun = begun;
    this.tried = tried;
  }

  /**
   * The failure to report. Its type decides, and not how deep a cause lies, since the blocking
   * variant wraps once more.
   *
   * @param thrown what ended the exchange
   * @param begun whether the head of the answer had come
   * @param tried the addresses of the host that were tried, none for those behind its name
   */
  public static RuntimeException classified(
      URI uri, HttpSettings settings, Throwable thrown, boolean begun, List<String> tried) {
    return new TransportFailures(uri, settings, begun, tried)
        .classified(RetryPolicy.causeOf(thrown));
  }

  /** Whether an address took no connection, which another may take: see {@link Kind#REFUSED}. */
  public static boolean isRefusal(Throwable thrown) {
    Throwable failure = RetryPolicy.causeOf(thrown);
    return failure instanceof ConnectException
        && !outOfDescriptors(failure)
        && !(failure.getCause() instanceof UnresolvedAddressException);
  }

  private RuntimeException classified(@Nullable Throwable failure) {
    if (failure instanceof CancellationException cancelled) {
      return cancelled;
    }
    if (outOfDescriptors(failure)) {
      return new TransportException(
          Kind.NO_DESCRIPTORS,
          "this process may open no more files or connections (a smaller --concurrency needs fewer)",
          failure);
    }
    if (outOfThreads(failure)) {
      return new TransportException(
          Kind.NO_THREADS,
          "this process may start no more threads (a smaller --concurrency needs fewer)",
          failure);
    }
    if (failure instanceof IOException io) {
      return classified(io, false);
    }
    if (failure instanceof NumberFormatException malformed) {
      // A Content-Length that is no number, which the client does not expect.
      return notHttp(Kind.UNACCEPTABLE, "its length is no number", malformed);
    }
    return rethrown(failure);
  }

  /** Itself if it may be thrown as it is: an {@link ApiException}, or an error of the program. */
  public static RuntimeException rethrown(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failure);
  }

  /** The client's and the selector's constructors wrap it in an error or an unchecked exception. */
  private static boolean outOfDescriptors(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String said = "" + cause.getMessage();
      if (cause instanceof IOException
          && (said.endsWith("Too many open files")
              || said.endsWith("Too many open files in system"))) {
        return true;
      }
    }
    return false;
  }

  /** HotSpot's words, with the likely reasons after them. */
  private static boolean outOfThreads(@Nullable Throwable failure) {
    return failure instanceof OutOfMemoryError
        && ("" + failure.getMessage()).startsWith("unable to create native thread");
  }

  private RuntimeException classified(IOException failure, boolean unseen) {
    if (WOULD_SEND_AGAIN.equals(failure.getMessage())
        && failure.getCause() instanceof IOException first) {
      return classified(first, true);
    }
    TransportException known = known(failure.getCause());
    if (known != null) {
      return known;
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return new TransportException(
          Kind.TIMEOUT,
          "no connection to "
              + peer()
              + " within "
              + ApiException.inWords(settings.connectTimeout()),
          failure);
    }
    if (failure instanceof SSLException insecure && !begun) {
      return TlsFailures.ofHandshake(uri, insecure);
    }
    String said = "" + failure.getMessage();
    if (said.startsWith(TUNNEL_FAILED) && settings.proxy() != null) {
      return tunnelFailed(settings.proxy(), said);
    }
    if (said.startsWith("unexpected content length header with 204")) {
      // RFC 9110, section 6.4.1: the status decides that there is no content.
      return new StatusException(204, "No Content", null);
    }
    return ClientMessage.of(failure)
        .map(row -> known(row, failure, unseen))
        .orElseGet(() -> unknown(failure));
  }

  /** Of this program's making, however deep: the client copies a failure for each request. */
  private static @Nullable TransportException known(@Nullable Throwable cause) {
    return cause == null || cause instanceof TransportException
        ? (TransportException) cause
        : known(cause.getCause());
  }

  private TransportException known(ClientMessage row, IOException failure, boolean unseen) {
    Kind kind = row.kind(failure, begun, unseen);
    if (row.quotesFirstLine()) {
      return firstLine(kind, row.quote(failure), failure);
    }
    if (row.endsConnection()) {
      return lost(kind, row.words(), failure);
    }
    if (kind == Kind.REFUSED_STREAM) {
      return new TransportException(kind, ClientMessage.Words.REFUSED, failure);
    }
    return kind == Kind.UNACCEPTABLE
        ? notHttp(kind, row.words(), failure)
        : new TransportException(kind, row.words(), failure);
  }

  private TransportException firstLine(Kind kind, String line, IOException failure) {
    if (line.startsWith(TlsFailures.ALERT_RECORD)) {
      return TlsFailures.speaksTls(uri, failure);
    }
    boolean status = line.startsWith("HTTP/1.") || "HTTP/1.".startsWith(line);
    if (kind == Kind.LOST && status) {
      return lost(kind, ClientMessage.Words.CLOSED, failure);
    }
    return notHttp(Kind.NOT_HTTP, "its first line is '" + Quote.of(line, MAX_QUOTE) + "'", failure);
  }

  private TransportException unknown(IOException failure) {
    if (failure instanceof ProtocolException) {
      return notHttp(Kind.UNACCEPTABLE, "it breaks the rules", failure);
    }
    if (failure instanceof ConnectException) {
      return notConnected(failure);
    }
    return lost(begun ? Kind.LOST : Kind.UNANSWERED, ClientMessage.Words.CLOSED, failure);
  }

  private TransportException lost(Kind kind, String how, IOException failure) {
    String when = kind == Kind.UNANSWERED ? " before the answer)" : " within the answer)";
    return new TransportException(
        kind, "connection lost by " + Origin.of(uri) + " (" + how + when, failure);
  }

  private static TransportException notHttp(Kind kind, String why, Exception failure) {
    return new TransportException(kind, "the answer is not HTTP: " + why, failure);
  }

  private TransportException notConnected(IOException failure) {
    if (failure.getCause() instanceof UnresolvedAddressException) {
      String host = settings.proxy() == null ? uri.getHost() : peer();
      return new TransportException(Kind.UNKNOWN_HOST, "unknown host " + host, failure);
    }
    String what = leadsNowhere(failure) ? "no route to " : "connection refused by ";
    return new TransportException(Kind.REFUSED, what + peer(), failure);
  }

  /** The words are the system's. */
  private static boolean leadsNowhere(IOException failure) {
    String said = ("" + failure.getMessage()).toLowerCase(Locale.ROOT);
    return failure.getCause() instanceof NoRouteToHostException
        || Stream.of("unreachable", "is down", "cannot assign", "invalid argument", "permi")
            .anyMatch(said::contains);
  }

  /** The proxy's answer to CONNECT, of which the client tells the status alone. */
  private static RuntimeException tunnelFailed(HttpSettings.Proxy proxy, String said) {
    return StatusException.ofProxy(
        Integer.parseInt(said.substring(TUNNEL_FAILED.length()).strip()), proxy);
  }

  private String addresses() {
    return tried.isEmpty()
        ? Origin.addressOf("" + uri.getHost())
        : " (" + String.join(", ", tried) + ")";
  }

  /** Who was to be connected to, with the addresses that were tried. */
  private String peer() {
    HttpSettings.Proxy proxy = settings.proxy();
    return proxy == null
        ? Origin.of(uri) + addresses()
        : "the proxy " + proxy + Origin.addressOf(proxy.host());
  }
}
