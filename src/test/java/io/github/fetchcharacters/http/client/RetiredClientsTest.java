package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.LiveObjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients whose HTTP/2 connection has ended, of which a long run has many. */
@Timeout(60)
class RetiredClientsTest {

  private static final int RENEWALS = 20;

  private static final String CLIENTS = "jdk\\.internal\\.net\\.http\\.HttpClientImpl[ \\n]";

  @Test
  void leaveTheMemory() throws Exception {
    Certificates certificates = Certificates.shared();
    int before = LiveObjects.count(CLIENTS);
    try (RawHttp2Server server =
            new RawHttp2Server(
                certificates.serverContext("good"), connection -> stream -> stream.answer("{}"));
        HttpTransport transport = TransportFixture.trusting(certificates)) {
      for (int i = 0; i < RENEWALS; i++) {
        transport.renew(transport.exchange(server.uri("/")));
      }

      assertThat(server.connections()).isEqualTo(RENEWALS);
      awaitClientsInMemory(before + RENEWALS / 4);
    }
  }

  /** The JDK cleans up behind a client on a thread of its own, some time after a collection. */
  private static void awaitClientsInMemory(int max) throws Exception {
    while (LiveObjects.count(CLIENTS) > max) {
      assertThat(Thread.interrupted()).as("timed out").isFalse();
    }
  }
}
