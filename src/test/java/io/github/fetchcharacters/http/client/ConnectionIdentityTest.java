package io.github.fetchcharacters.http.client;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionIdentityTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"))
          .build();

  @BeforeEach
  void answer() {
    SERVER.stubFor(get("/").willReturn(ok()));
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void answersOnOneTlsConnectionShareAnIdentity(Version version) throws Exception {
    HttpClient client = client(trusting());
    Object first = identity(client, "https", SERVER.getHttpsPort(), version);
    assertThat(first).isNotNull();
    assertThat(identity(client, "https", SERVER.getHttpsPort(), version)).isEqualTo(first);
  }

  @Test
  void aResumedTlsSessionOnAnotherConnectionIsAnother() throws Exception {
    // One context remembers sessions for both clients.
    SSLContext context = trusting();
    int port = SERVER.getHttpsPort();
    Object first = identity(client(context), "https", port, Version.HTTP_1_1);
    Object second = identity(client(context), "https", port, Version.HTTP_1_1);
    assertThat(first).isNotNull();
    assertThat(second).isNotNull();
    // Labels are promised to differ within one client alone.
    if (Runtime.version().feature() < 25) {
      assertThat(second).isNotEqualTo(first);
    }
  }

  @Test
  void aPlainConnectionIsKnownFromJava25On() throws Exception {
    Object identity = identity(client(trusting()), "http", SERVER.getPort(), Version.HTTP_1_1);
    if (Runtime.version().feature() < 25) {
      assertThat(identity).isNull();
    } else {
      assertThat(identity).isNotNull();
    }
  }

  private static @Nullable Object identity(
      HttpClient client, String scheme, int port, Version version) throws Exception {
    URI uri = URI.create(scheme + "://127.0.0.1:" + port + "/");
    HttpRequest request = HttpRequest.newBuilder(uri).version(version).build();
    return ConnectionIdentity.of(client.send(request, HttpResponse.BodyHandlers.discarding()));
  }

  private static HttpClient client(SSLContext context) {
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static SSLContext trusting() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustAll()}, null);
    return context;
  }

  /** The server's certificate is of its own making, and names no address. */
  private static final class TrustAll extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
