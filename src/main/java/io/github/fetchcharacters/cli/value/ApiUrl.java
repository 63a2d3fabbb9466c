package io.github.fetchcharacters.cli.value;

import java.net.URI;
import java.net.URISyntaxException;

/** Reads the URL of an API: {@code http[s]://host[:port][/path]}. */
public final class ApiUrl {

  private ApiUrl() {}

  /**
   * Reads the URL.
   *
   * @throws IllegalArgumentException if it is of another form; the message says why, and holds no
   *     password
   */
  public static URI parse(String text) {
    try {
      URI url = new URI(text);
      boolean http = "http".equalsIgnoreCase(url.getScheme());
      if ((http || "https".equalsIgnoreCase(url.getScheme()))
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getRawQuery() == null
          && url.getRawFragment() == null
          && url.getPort() <= UrlText.MAX_PORT
          && !UrlText.hasEmptyPort(url)) {
        return url;
      }
    } catch (URISyntaxException malformed) {
      // Reported below, like every other unusable URL.
    }
    throw new IllegalArgumentException(fault(text));
  }

  private static String fault(String text) {
    String fault = UrlText.hostFault(text);
    if (!fault.isEmpty()) {
      return fault;
    }
    if (text.matches("[^/]*//[^/@]*:([/?#].*)?")) {
      return "'" + text + "' has no port behind the colon";
    }
    if (UrlText.hasTooLargePort(text)) {
      return "the port in '" + UrlText.withoutSecret(text) + "' is too large: at most 65535";
    }
    String form =
        "'" + UrlText.withoutSecret(text) + "' is not of the form http[s]://host[:port][/path]";
    return text.indexOf('@') < 0
        ? form
        : form + "; a user and password go with -H 'Authorization: Basic …'";
  }
}
