package io.github.fetchcharacters.http.message;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import io.github.fetchcharacters.model.InWords;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What it means that a request got no connection. */
final class ConnectFailures {

  private final URI uri;
  private final HttpSettings settings;
  private final List<String> tried;

  /**
   * @param tried the addresses of the host that were tried, none for those behind its name
   */
  ConnectFailures(URI uri, HttpSettings settings, List<String> tried) {
    this.uri = uri;
    this.settings = settings;
    this.tried = tried;
  }

  TransportException timedOut(IOException failure) {
    return new TransportException(
        Kind.TIMEOUT,
        "no connection to " + peer() + " within " + InWords.duration(settings.connectTimeout()),
        failure);
  }

  TransportException failed(IOException failure) {
    if (failure.getCause() instanceof UnresolvedAddressException) {
      String host = settings.proxy() == null ? uri.getHost() : "of " + peer();
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

  /** The peer of the connection, with the addresses that were tried. */
  private String peer() {
    HttpSettings.Proxy proxy = settings.proxy();
    return proxy == null
        ? Origin.of(uri) + addresses()
        : "the proxy " + proxy + Origin.addressOf(proxy.host());
  }

  private String addresses() {
    return tried.isEmpty()
        ? Origin.addressOf("" + uri.getHost())
        : " (" + String.join(", ", tried) + ")";
  }
}
