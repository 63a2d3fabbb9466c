package io.github.fetchcharacters.cli.value;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hosts in {@code NO_PROXY}, by the rules of curl 7.86 and later, which compares addresses as
 * numbers: {@code name} with its subdomains, {@code .name}, an address, {@code address/bits}, all
 * but the last also with {@code :port}, and {@code *} for all; separated by commas or white space.
 * It looks up no name.
 */
final class NoProxy {

  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

  private static final Pattern BITS = Pattern.compile("\\d{1,3}");

  private NoProxy() {}

  /**
   * Whether a URL's host is among them.
   *
   * @param list the variable's value
   */
  static boolean excludes(URI target, String list) {
    StringTokenizer entries = new StringTokenizer(list, ", \t\r\n");
    while (entries.hasMoreTokens()) {
      String entry = entries.nextToken();
      if (entry.equals("*") || matches(target, entry)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(URI target, String entry) {
    int colon = entry.lastIndexOf(':');
    int bracket = entry.lastIndexOf(']');
    // Without brackets the colons of an address are its own.
    boolean withPort = colon > bracket && (bracket >= 0 || entry.indexOf(':') == colon);
    if (withPort && !entry.substring(colon + 1).equals("" + port(target))) {
      return false;
    }
    String host = bare(target.getHost());
    byte[] address = address(host);
    String excluded = withPort ? entry.substring(0, colon) : entry;
    return address == null ? isBelow(host, bare(excluded)) : isWithin(address, excluded);
  }

  private static int port(URI target) {
    if (target.getPort() >= 0) {
      return target.getPort();
    }
    return target.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }

  private static boolean isBelow(String host, String name) {
    return !name.isEmpty() && (host.equals(name) || host.endsWith("." + name));
  }

  /** In lower case, without the marks around a name or an address. */
  private static String bare(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst("^[.\\[]", "").replaceFirst("[.\\]]$", "");
  }

  private static boolean isWithin(byte[] address, String network) {
    int slash = network.indexOf('/');
    byte[] start = address(bare(slash < 0 ? network : network.substring(0, slash)));
    if (start == null || start.length != address.length) {
      return false;
    }
    int all = 8 * address.length;
    int bits = slash < 0 ? all : bits(network.substring(slash + 1));
    return bits >= 0 && bits <= all && agree(address, start, bits);
  }

  private static int bits(String text) {
    return BITS.matcher(text).matches() ? Integer.parseInt(text) : -1;
  }

  private static boolean agree(byte[] one, byte[] other, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      if (((one[bit / 8] ^ other[bit / 8]) & (0x80 >> bit % 8)) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The bytes of an address without its zone; null if it is a name. */
  private static byte @Nullable [] address(String text) {
    boolean six = text.indexOf(':') >= 0;
    if (!six && !IPV4.matcher(text).matches()) {
      return null;
    }
    try {
      // Java parses both forms as addresses and looks up neither.
      String literal = text.replaceFirst("%.*", "");
      return InetAddress.getByName(six ? "[" + literal + "]" : literal).getAddress();
    } catch (UnknownHostException none) {
      return null;
    }
  }
}
