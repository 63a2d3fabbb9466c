package io.github.fetchcharacters.cli.value;

import io.github.fetchcharacters.http.HttpSettings.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the proxy by curl's rules: {@code --proxy}, else {@code https_proxy} or {@code
 * http_proxy} after the URL's scheme, else {@code all_proxy}; none for the hosts of {@code
 * no_proxy}. Each variable is also read in upper case; lower case wins.
 */
public final class ProxyChoice {

  private static final int DEFAULT_PORT = 1080;

  private ProxyChoice() {}

  /** The URL of a proxy is unusable. The message says why, and holds no password. */
  public static final class UnusableException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String variable;

    UnusableException(String variable, String why) {
      super(why);
      this.variable = variable;
    }

    /** The variable with the URL; empty for the option. */
    public String variable() {
      return variable;
    }
  }

  /**
   * The proxy for a URL, null for none.
   *
   * @param target the URL asked for
   * @param option the value of {@code --proxy}, null if not given; empty for no proxy
   * @throws UnusableException if the proxy's URL is unusable
   */
  public static @Nullable Proxy of(
      URI target, @Nullable String option, Map<String, String> environment) {
    String excluded = variable(environment, "no_proxy");
    if (excluded != null && NoProxy.excludes(target, excluded)) {
      return null;
    }
    if (option != null) {
      return option.isEmpty() ? null : parse(withPort(option), "");
    }
    String scheme = target.getScheme().toLowerCase(Locale.ROOT);
    for (String name : new String[] {scheme + "_proxy", "all_proxy"}) {
      String value = variable(environment, name);
      if (value != null && !value.isEmpty()) {
        return parse(value, name.toUpperCase(Locale.ROOT));
      }
    }
    return null;
  }

  /** A word alone is rather a slip than a host at a port that hardly any proxy has. */
  private static String withPort(String option) {
    if (!option.contains(":")) {
      throw new UnusableException(
          "",
          "'"
              + UrlText.withoutSecret(option)
              + "' has no port: a proxy is written http://[user:password@]host:port");
    }
    return option;
  }

  private static @Nullable String variable(Map<String, String> environment, String name) {
    String lower = environment.get(name);
    return lower != null ? lower : environment.get(name.toUpperCase(Locale.ROOT));
  }

  private static Proxy parse(String text, String variable) {
    try {
      URI url = new URI(text.contains("://") ? text : "http://" + text);
      if (!"http".equalsIgnoreCase(url.getScheme())) {
        throw new UnusableException(variable, "only http:// proxies are supported");
      }
      if (UrlText.hasEmptyPort(url)) {
        throw new UnusableException(variable, "it has no port behind the colon");
      }
      if (url.getHost() != null && url.getPort() <= UrlText.MAX_PORT) {
        return new Proxy(
            url.getHost(),
            url.getPort() < 0 ? DEFAULT_PORT : url.getPort(),
            authorization(url.getUserInfo()));
      }
    } catch (URISyntaxException malformed) {
      // Reported below, since the exception's message could hold the password.
    }
    throw new UnusableException(variable, fault(text));
  }

  private static String fault(String text) {
    if (UrlText.hasTooLargePort(text)) {
      return "its port is too large: at most 65535";
    }
    String fault = UrlText.hostFault(text);
    return fault.isEmpty() ? "it is not of the form http://[user:password@]host[:port]" : fault;
  }

  /** RFC 7617, section 2. */
  private static @Nullable String authorization(@Nullable String userAndPassword) {
    return userAndPassword == null
        ? null
        : "Basic "
            + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
  }
}
