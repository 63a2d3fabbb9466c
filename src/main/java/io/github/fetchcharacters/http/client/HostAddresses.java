package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.message.Origin;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a transport's one host. The JDK's client connects to the first address of a name
 * and to no other; so a request goes to the name first, and to the further addresses by URIs that
 * have them instead of the name. Safe for use by many threads.
 */
final class HostAddresses {

  private final Function<String, List<String>> resolver;
  private volatile @Nullable String name;
  private volatile @Nullable String reached;

  /**
   * @param resolver returns the addresses of a name in the order of preference, none if it has none
   */
  HostAddresses(Function<String, List<String>> resolver) {
    this.resolver = resolver;
  }

  /** Looks a name up as the client does; Java keeps the answers for 30 s. Blocks. */
  static List<String> resolved(String name) {
    try {
      return Stream.of(InetAddress.getAllByName(name)).map(InetAddress::getHostAddress).toList();
    } catch (UnknownHostException gone) {
      return List.of();
    }
  }

  /** The address for new requests; null for the name, which means the first address. */
  @Nullable String reached() {
    return reached;
  }

  /** Records the address of an answer; null for the name. */
  void reached(@Nullable String address) {
    if (address != null) {
      reached = address;
    }
  }

  /**
   * Returns the addresses that a request has tried, after the last has refused it. Blocks where
   * Java has to look the name up again.
   *
   * @param before the addresses it has gone to, none if it has gone to the name
   */
  List<String> tried(String host, List<String> before) {
    return before.isEmpty() ? resolver.apply(host).stream().limit(1).toList() : before;
  }

  /** Returns the next address for a request that all it has tried refused; empty for none. */
  Optional<String> next(String host, List<String> tried) {
    Optional<String> next = next(resolver.apply(host), reached, tried);
    if (next.isPresent()) {
      name = host;
    }
    return next;
  }

  /** Prefers the address that has answered other requests, else takes the first not tried. */
  static Optional<String> next(
      List<String> all, @Nullable String reached, Collection<String> tried) {
    return Stream.concat(Stream.ofNullable(reached).filter(all::contains), all.stream())
        .filter(address -> !tried.contains(address))
        .findFirst();
  }

  /** Returns the name that a host's certificate has to show: for an address, the name behind it. */
  String certified(String host) {
    String known = name;
    return known != null && Origin.isLiteral(host) ? known : host;
  }

  /** Returns a URI with an address instead of its host. */
  static URI at(String address, URI uri) {
    String host = address.indexOf(':') < 0 ? address : "[" + address + "]";
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return URI.create(uri.getScheme() + "://" + host + port + uri.getRawPath() + query);
  }
}
