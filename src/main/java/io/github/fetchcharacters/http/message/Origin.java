package io.github.fetchcharacters.http.message;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Names a server in messages. */
public final class Origin {

  private Origin() {}

  /** Scheme, host and port as given; without a password. */
  static String of(URI uri) {
    return uri.getScheme() + "://" + authority(uri);
  }

  /** Host and port as given; without a password. */
  public static String authority(URI uri) {
    String authority = "" + uri.getRawAuthority();
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  /**
   * Returns the address that the client has tried for a name, in parentheses: the first in the
   * resolver's order, whose answers Java keeps for 30 s. Empty if the host is an address.
   */
  static String addressOf(String host) {
    if (isLiteral(host)) {
      return "";
    }
    try {
      InetAddress[] addresses = InetAddress.getAllByName(host);
      String others = addresses.length == 1 ? "" : ", the first of its " + addresses.length;
      return " (" + addresses[0].getHostAddress() + others + ")";
    } catch (UnknownHostException gone) {
      return "";
    }
  }

  /**
   * Whether a host is an address. No name ends with a label of digits (RFC 3696, section 2), and
   * none has a colon.
   */
  public static boolean isLiteral(String host) {
    return host.indexOf(':') >= 0 || Character.isDigit(host.charAt(host.length() - 1));
  }
}
