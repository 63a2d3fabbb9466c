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
 * The addresses of the one host that a transport's requests go to. The JDK's client connects to the
 * first address of a name and to no other; so a request goes to the name first, and to the further
 * addresses by URIs that have them instead of the name. Safe for use by many threads.
 */
final class HostAddresses {

  private final Function<String, List<String>> resolver;
  private volatile @Nullable String name;
  private volatile @Nullable String reached;

  /**
   * @param resolver gives the addresses of a name in the order of preference, none if it has none
   */
  HostAddresses(Function<String, List<String>> resolver) {
    this.resolver = resolver;
  }

  /** As the client resolves it; Java keeps the answers for 30 s. Blocks. */
  static List<String> resolved(String name) {
    try {
      return Stream.of(InetAddress.getAllByName(name)).map(InetAddress::getHostAddress).toList();
    } catch (UnknownHostException gone) {
      return List.of();
    }
  }

  /** Where a new request goes; null for the name, and with it to the first address. */
  @Nullable String reached() {
    return reached;
  }

  /** Notes where an answer came from; null for the name. */
  void reached(@Nullable String address) {
    if (address != null) {
      reached = address;
    }
  }

  /**
   * The addresses that a request has tried, after one of them has refused it. Blocks where Java has
   * to look the name up again.
   *
   * @param before those that it has gone to, none if it has gone to the name
   */
  List<String> tried(String host, List<String> before) {
    return before.isEmpty() ? resolver.apply(host).stream().limit(1).toList() : before;
  }

  /** Where a request goes on that was refused by those it has tried; empty if there is no other. */
  Optional<String> next(String host, List<String> tried) {
    Optional<String> next = next(resolver.apply(host), reached, tried);
    if (next.isPresent()) {
      name = host;
    }
    return next;
  }

  /** The one that has answered others, or else the first, of those that were not tried. */
  static Optional<String> next(
      List<String> all, @Nullable String reached, Collection<String> tried) {
    return Stream.concat(Stream.ofNullable(reached).filter(all::contains), all.stream())
        .filter(address -> !tried.contains(address))
        .findFirst();
  }

  /** Whose certificate the host of a URI has to show: the name's where it is an address of it. */
  String certified(String host) {
    String known = name;
    return known != null && Origin.isLiteral(host) ? known : host;
  }

  /** The same with an address instead of the name. */
  static URI at(String address, URI uri) {
    String host = address.indexOf(':') < 0 ? address : "[" + address + "]";
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return URI.create(uri.getScheme() + "://" + host + port + uri.getRawPath() + query);
  }
}
