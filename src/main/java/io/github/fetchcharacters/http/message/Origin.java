package io.github.fetchcharacters.http.message;

import io.github.fetchcharacters.model.Digits;
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
   * none has a colon. Java takes no address that is hexadecimal or ends with a dot.
   */
  public static boolean isLiteral(String host) {
    String lastLabel = host.substring(host.lastIndexOf('.') + 1);
    return host.indexOf(':') >= 0 || (!lastLabel.isEmpty() && Digits.areAll(lastLabel));
  }
}
