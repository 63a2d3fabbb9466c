package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients whose HTTP/2 connection has ended, of which a long run has many. */
@Timeout(60)
class RetiredClientsTest {

  private static final int RENEWALS = 20;

  private static final Pattern CLIENTS =
      Pattern.compile("(\\d+) +\\d+ +jdk\\.internal\\.net\\.http\\.HttpClientImpl[ \\n]");

  @Test
  void leaveTheMemory() throws Exception {
    Certificates certificates = Certificates.shared();
    int before = clientsInMemory();
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
    while (clientsInMemory() > max) {
      assertThat(Thread.interrupted()).as("timed out").isFalse();
    }
  }

  /** Collects garbage first. */
  private static int clientsInMemory() throws Exception {
    Object histogram =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    return CLIENTS
        .matcher(histogram.toString())
        .results()
        .mapToInt(row -> Integer.parseInt(row.group(1)))
        .sum();
  }
}
