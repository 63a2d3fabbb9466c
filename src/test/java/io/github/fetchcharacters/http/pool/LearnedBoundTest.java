package io.github.fetchcharacters.http.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.tls.ConnectionWatch;
import java.net.http.HttpClient;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnedBoundTest {

  /** Sends nothing. */
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final LearnedBound bound = new LearnedBound();

  /** A client whose connection has served so many requests. */
  private static PooledClient client(int requests) {
    PooledClient client = new PooledClient(HTTP, new ConnectionWatch());
    answer(client, requests);
    return client;
  }

  private static void answer(PooledClient client, int requests) {
    for (int i = 0; i < requests; i++) {
      client.enter();
      client.answered(true);
    }
  }

  private void served(int requests) {
    bound.shutDown(client(requests));
  }

  private PooledClient cutShort(int requests) {
    PooledClient client = client(requests);
    bound.cutShort(client);
    return client;
  }

  @Test
  void staysBelowWhatServersAllowByDefault() {
    served(LearnedBound.MAX);

    assertThat(bound.get()).isEqualTo(LearnedBound.MAX).isLessThan(1000 - 99);
  }

  @Test
  void isWhatAConnectionThatWasCutShortHasAnswered() {
    PooledClient client = cutShort(3);
    assertThat(bound.get()).isEqualTo(3);

    answer(client, 7);
    bound.answered(client);
    assertThat(bound.get()).isEqualTo(10);
  }

  @Test
  void doesNotShrinkWithAFurtherAnswer() {
    PooledClient client = cutShort(3);
    served(3);
    served(3);

    answer(client, 1);
    bound.answered(client);

    assertThat(bound.get()).isEqualTo(6);
  }

  @Test
  void isNeverAboveWhatItBeganWith() {
    PooledClient client = cutShort(1000);
    bound.answered(client);

    assertThat(bound.get()).isEqualTo(LearnedBound.MAX);
  }

  @Test
  void growsAgainHoweverManyConnectionsWereCutShort() {
    for (int i = 0; i < 100; i++) {
      cutShort(1);
    }
    for (int i = 0; i < 64; i++) {
      assertThat(bound.get()).isEqualTo(1);
      served(1);
    }

    assertThat(bound.get()).isEqualTo(2);
  }

  @Test
  void isNeverBelowOne() {
    cutShort(0);

    assertThat(bound.get()).isEqualTo(1);
  }

  @Test
  void growsAgainAfterAServerThatEndedOneConnection() {
    cutShort(3);

    int connections = 0;
    for (; bound.get() < LearnedBound.MAX; connections++) {
      served(bound.get());
    }
    assertThat(connections).isLessThan(20);
  }

  @Test
  void seldomAsksTooMuchOfAServerWithALimit() {
    long tooMuch = IntStream.range(0, 1000).filter(connection -> !takenByServerOfTen()).count();

    assertThat(tooMuch).isLessThan(25);
    assertThat(bound.get()).isBetween(10, 20);
  }

  private boolean takenByServerOfTen() {
    boolean taken = bound.get() <= 10;
    if (taken) {
      served(bound.get());
    } else {
      cutShort(10);
    }
    return taken;
  }

  @Test
  void aConnectionThatEndedEarlyWithoutTheServerSaysNothing() {
    cutShort(10);
    for (int i = 0; i < 100; i++) {
      served(9);
    }

    assertThat(bound.get()).isEqualTo(10);
  }
}
