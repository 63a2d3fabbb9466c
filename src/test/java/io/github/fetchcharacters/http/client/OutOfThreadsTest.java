package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import io.github.fetchcharacters.http.pool.ClientPool;
import io.github.fetchcharacters.http.pool.PooledClient;
import io.github.fetchcharacters.http.tls.ConnectionWatch;
import io.github.fetchcharacters.retry.Pause;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that may start no more threads when it needs a client: {@code ulimit -u}. */
@Timeout(60)
class OutOfThreadsTest {

  private final AtomicBoolean full = new AtomicBoolean(true);

  @ParameterizedTest
  @EnumSource
  void isAFailureOfOneRequestAndOverWhenThereAreThreads(Twin twin) throws Exception {
    try (RawServer server =
            new RawServer(
                RawServer.answering(
                    (connection, number) -> {
                      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                      return true;
                    }));
        HttpTransport transport = transport()) {
      assertThatThereAreNoThreads(twin, transport, server);
      assertThatThereAreNoThreads(twin, transport.onNewConnection(), server);

      full.set(false);
      Reply reply = twin.ask(transport, server.uri("/"));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(twin.ask(transport.onNewConnection(), server.uri("/")).status()).isEqualTo(200);

      full.set(true);
      transport.renew(reply);
      assertThat(twin.ask(transport, server.uri("/")).status()).isEqualTo(200);
    }
  }

  private static void assertThatThereAreNoThreads(
      Twin twin, Transport transport, RawServer server) {
    assertThat(twin.failure(transport, server.uri("/")))
        .returns(Kind.NO_THREADS, TransportException::kind)
        .returns(true, TransportException::retryable)
        .hasMessageStartingWith("this process may start no more threads");
  }

  private HttpTransport transport() {
    Duration ages = Duration.ofSeconds(50);
    HttpSettings settings = new HttpSettings(ages, ages, 1 << 16, null, null, List.of());
    return new HttpTransport(
        settings,
        new HostAddresses(HostAddresses::resolved),
        new ClientPool(true, true, 1, this::client),
        Pause.real());
  }

  private PooledClient client() {
    if (full.get()) {
      throw new OutOfMemoryError(
          "unable to create native thread: possibly out of memory or process/resource limits reached");
    }
    return new PooledClient(HttpClient.newHttpClient(), new ConnectionWatch());
  }
}
