package io.github.fetchcharacters.http.message;

import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.ResourceLimits;
import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import io.github.fetchcharacters.model.Quote;
import io.github.fetchcharacters.retry.RetryPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns the HTTP client's failures into kinds and messages, for both twins. */
public final class TransportFailures {

  /** The client's message where redirects.retrylimit keeps it from another try. */
  private static final String WOULD_SEND_AGAIN = "Too many retries";

  private static final String TUNNEL_FAILED = "Tunnel failed, got: ";

  /** Max characters of the server's that a message quotes. */
  private static final int MAX_QUOTE = 60;

  private final URI uri;
  private final HttpSettings.@Nullable Proxy proxy;
  private final ConnectFailures connecting;
  private final boolean begun;

  private TransportFailures(URI uri, HttpSettings settings, boolean begun, List<String> tried) {
    this.uri = uri;
    this.proxy = settings.proxy();
    this.connecting = new ConnectFailures(uri, settings, tried);
    this.begun = begun;
  }

  /**
   * Returns the failure to report. The type of the exception decides, not the depth of a cause: the
   * blocking twin wraps once more.
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

  /** Whether an address refused the connection, which another may accept: {@link Kind#REFUSED}. */
  public static boolean isRefusal(Throwable thrown) {
    Throwable failure = RetryPolicy.causeOf(thrown);
    return failure instanceof ConnectException
        && !ResourceLimits.outOfDescriptors(failure)
        && ClientMessage.of(failure).isEmpty()
        && !(failure.getCause() instanceof UnresolvedAddressException);
  }

  private RuntimeException classified(@Nullable Throwable failure) {
    if (failure instanceof CancellationException cancelled) {
      return cancelled;
    }
    if (ResourceLimits.outOfDescriptors(failure)) {
      return ResourceLimits.noDescriptors(failure);
    }
    if (ResourceLimits.outOfThreads(failure)) {
      return ResourceLimits.noThreads(failure);
    }
    if (failure instanceof IOException io) {
      return classified(io, false);
    }
    if (failure instanceof NumberFormatException malformed) {
      // The client throws it for a Content-Length that is no number.
      return notHttp(Kind.UNACCEPTABLE, "its length is no number", malformed);
    }
    return unchecked(failure);
  }

  /** Returns an {@link ApiException} or a defect as it is, to throw it; throws an {@link Error}. */
  public static RuntimeException unchecked(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException throwable
        ? throwable
        : new IllegalStateException(failure);
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
      return connecting.timedOut(failure);
    }
    if (failure instanceof SSLException insecure && !begun) {
      return TlsFailures.ofHandshake(uri, insecure);
    }
    String said = "" + failure.getMessage();
    if (proxy != null && said.startsWith(TUNNEL_FAILED)) {
      return tunnelFailed(proxy, said);
    }
    if (said.startsWith("unexpected content length header with 204")) {
      // RFC 9110, section 6.4.1: the status decides that there is no content.
      return new StatusException(204, "No Content", null);
    }
    return ClientMessage.of(failure)
        .map(row -> known(row, failure, unseen))
        .orElseGet(() -> unknown(failure));
  }

  /** Finds a failure of this program's at any depth: the client copies it for each request. */
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
      return connecting.failed(failure);
    }
    return lost(begun ? Kind.LOST : Kind.UNANSWERED, ClientMessage.Words.CLOSED, failure);
  }

  private TransportException lost(Kind kind, String how, IOException failure) {
    String when = kind == Kind.UNANSWERED ? " before the answer)" : " within the answer)";
    return new TransportException(
        kind, "connection lost by " + Origin.of(uri) + " (" + how + when, failure);
  }

  /** The proxy's answer to CONNECT; of that the client gives the status alone. */
  private static RuntimeException tunnelFailed(HttpSettings.Proxy proxy, String said) {
    return StatusException.ofProxy(
        Integer.parseInt(said.substring(TUNNEL_FAILED.length()).strip()), proxy);
  }

  private static TransportException notHttp(Kind kind, String why, Exception failure) {
    return new TransportException(kind, "the answer is not HTTP: " + why, failure);
  }
}
