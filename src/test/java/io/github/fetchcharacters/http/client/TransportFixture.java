package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.HttpSettings.Header;
import java.time.Duration;
import java.util.List;

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
    return new HttpTransport(certificates.settings());
  }

  private static HttpTransport transport(int maxBody, List<Header> headers) {
    return new HttpTransport(new HttpSettings(AGES, AGES, maxBody, null, null, headers));
  }
}
