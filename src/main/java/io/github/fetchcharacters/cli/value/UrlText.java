package io.github.fetchcharacters.cli.value;

import io.github.fetchcharacters.model.Digits;
import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of an unusable URL that a message may show. */
public final class UrlText {

  /** A URL within a sentence, up to the last at sign; not the form of one, which has brackets. */
  private static final Pattern WITH_SECRET = Pattern.compile("://(?!\\[)[^\\s']*@");

  private static final Pattern PORT =
      Pattern.compile("([^/?#]*://)?[^/?#]*:(?<port>[0-9]+)([/?#].*)?", Pattern.DOTALL);

  /** RFC 9293, section 3.1: 16 bits. */
  static final int MAX_PORT = 0xFFFF;

  private static final int MAX_DIGITS = 18;

  private UrlText() {}

  /**
   * The URL without user and password, where it has any. In a malformed URL, all between the scheme
   * and the last at sign may be the password.
   */
  public static String withoutSecret(String url) {
    int at = url.lastIndexOf('@');
    int scheme = url.indexOf("://") + 3;
    if (at < 0) {
      return url;
    }
    return (scheme < 3 || scheme > at ? "" : url.substring(0, scheme)) + "…" + url.substring(at);
  }

  /** Returns a message without the users and passwords of the URLs in it. */
  public static String withoutSecrets(String message) {
    return WITH_SECRET.matcher(message).replaceAll("://…@");
  }

  /**
   * Returns the reason why Java does not connect to the host; empty where unknown.
   *
   * @param url a malformed URL, or one without {@link java.net.URI#getHost}
   */
  public static String hostFault(String url) {
    String host = host(url);
    if (host.indexOf('_') >= 0) {
      return "the host '"
          + host
          + "' has an underscore, which a host name must not have (RFC 1123, section 2.1)";
    }
    return StandardCharsets.US_ASCII.newEncoder().canEncode(host)
        ? ""
        : "the host '" + host + "' is not ASCII" + inAscii(host);
  }

  /**
   * Whether nothing follows the colon before the port, as where a variable of a script is unset.
   */
  static boolean hasEmptyPort(URI url) {
    String authority = url.getRawAuthority();
    return authority != null && authority.endsWith(":");
  }

  /** Whether the port is a number above the largest, in a URL of whatever form. */
  static boolean hasTooLargePort(String url) {
    Matcher port = PORT.matcher(url.substring(url.lastIndexOf('@') + 1));
    return port.matches()
        && Digits.read(port.group("port"), MAX_DIGITS).orElse(Long.MAX_VALUE) > MAX_PORT;
  }

  private static String host(String url) {
    String rest = url.substring(url.lastIndexOf('@') + 1);
    return rest.replaceFirst("^[^/]*://", "").replaceFirst("[:/?#].*", "");
  }

  private static String inAscii(String host) {
    try {
      return "; write '" + IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES) + "'";
    } catch (IllegalArgumentException noName) {
      return "";
    }
  }
}
