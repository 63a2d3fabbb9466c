package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.HttpSettings.Header;
import io.github.fetchcharacters.retry.Pause;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Makes transports with more time than a server on loopback needs. */
public final class TransportFixture {

  /** Larger than any body here. */
  private static final int MAX_BODY = 1 << 20;

  private static final Duration AGES = Duration.ofSeconds(20);

  private TransportFixture() {}

  /** One that takes any body, sends these headers and trusts the JDK's authorities. */
  public static HttpTransport transport(Header... headers) {
    return transport(MAX_BODY, List.of(headers));
  }

  /** One that takes bodies of so many bytes. */
  public static HttpTransport transport(int maxBody) {
    return transport(maxBody, List.of());
  }

  /** One that trusts the authority of these certificates, and no other. */
  public static HttpTransport trusting(Certificates certificates) {
    return transport(certificates.settings());
  }

  private static HttpTransport transport(int maxBody, List<Header> headers) {
    return transport(new HttpSettings(AGES, AGES, maxBody, null, null, headers));
  }

  /** One for {@code http} and {@code https}. */
  static HttpTransport transport(HttpSettings settings) {
    return transport(settings, HostAddresses::resolved);
  }

  /**
   * @param resolver gives the addresses of a name, see {@link HostAddresses}
   */
  static HttpTransport transport(HttpSettings settings, Function<String, List<String>> resolver) {
    return new HttpTransport(settings, new HostAddresses(resolver), true, false, Pause.real());
  }

  /**
   * @param pause lets the time of the deadlines pass
   */
  static HttpTransport transport(HttpSettings settings, Pause pause) {
    HostAddresses addresses = new HostAddresses(HostAddresses::resolved);
    return new HttpTransport(settings, addresses, true, false, pause);
  }
}
