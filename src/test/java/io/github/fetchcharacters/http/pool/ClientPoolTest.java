package io.github.fetchcharacters.http.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.tls.ConnectionWatch;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which client a request enters, and when; nothing is sent. */
class ClientPoolTest {

  private final List<PooledClient> made = new ArrayList<>();
  private final List<ConnectionWatch> watches = new ArrayList<>();
  private ClientPool pool = pool(true);

  private ClientPool pool(boolean sharing) {
    made.clear();
    return new ClientPool(true, sharing, 1, this::make);
  }

  private PooledClient make() {
    ConnectionWatch watch = new ConnectionWatch();
    watches.add(watch);
    PooledClient client = new PooledClient(HttpClient.newHttpClient(), watch);
    made.add(client);
    return client;
  }

  @AfterEach
  void close() {
    pool.close();
    made.forEach(PooledClient::retire);
  }

  private List<CompletableFuture<PooledClient>> enter(int count) {
    return Stream.generate(() -> pool.shared().enter()).limit(count).toList();
  }

  private static long entered(List<CompletableFuture<PooledClient>> requests) {
    return requests.stream().filter(CompletableFuture::isDone).count();
  }

  private void answered(CompletableFuture<PooledClient> request) {
    pool.answered(request.join(), true);
    pool.leave(request.join());
  }

  @Test
  void theFirstRequestOpensTheConnectionThatAllShare() {
    List<CompletableFuture<PooledClient>> requests = enter(50);
    assertThat(entered(requests)).isEqualTo(1);

    answered(requests.get(0));

    assertThat(entered(requests)).isEqualTo(50);
    assertThat(made).hasSize(1);
  }

  @Test
  void oneThatEndsWithoutAnAnswerIsFollowedByTheNext() {
    List<CompletableFuture<PooledClient>> requests = enter(50);

    pool.leave(requests.get(0).join());

    assertThat(entered(requests)).isEqualTo(2);
  }

  /** A server that answers none should not be asked one at a time for ever. */
  @Test
  void afterThreeFailuresNoneWaits() {
    List<CompletableFuture<PooledClient>> requests = enter(50);

    requests.subList(0, 3).forEach(request -> pool.leave(request.join()));

    assertThat(entered(requests)).isEqualTo(50);
  }

  @Test
  void aFewDoNotWait() {
    pool.close();
    pool = pool(false);

    assertThat(entered(enter(6))).isEqualTo(6);
  }

  @Test
  void noneWaitsOverHttp11() {
    List<CompletableFuture<PooledClient>> requests = enter(50);

    pool.giveUpHttp2(requests.get(0).join());
    pool.leave(requests.get(0).join());

    assertThat(entered(requests)).isEqualTo(50);
  }

  @Test
  void thoseThatWaitEndWithThePool() {
    List<CompletableFuture<PooledClient>> requests = enter(3);

    pool.close();
    pool.leave(requests.get(0).join());

    assertThat(requests.subList(1, 3)).allMatch(CompletableFuture::isCompletedExceptionally);
  }

  /** However many come between, no client serves more than the server takes on a connection. */
  @Test
  void noneServesMoreThanTheServerHasTaken() {
    List<CompletableFuture<PooledClient>> first = enter(5);
    first.subList(0, 4).forEach(this::answered);
    pool.cutShort(first.get(4).join());
    pool.leave(first.get(4).join());

    List<CompletableFuture<PooledClient>> requests = enter(50);
    for (int i = 0; i < 7; i++) {
      assertThat(made).allMatch(client -> client.begun() <= 5);
      answered(requests.get(i));
    }

    assertThat(made.stream().skip(1).map(PooledClient::begun)).containsExactly(4, 4, 1);
  }

  /** A later request on that client would open a connection of its own. */
  @Test
  void noneEntersAClientAfterItsGoAway() {
    CompletableFuture<PooledClient> first = pool.shared().enter();
    answered(first);
    List<CompletableFuture<PooledClient>> before = enter(8);

    watches.get(0).goingAway(19);

    List<CompletableFuture<PooledClient>> after = enter(8);
    assertThat(before).allMatch(request -> request.join() == made.get(0));
    assertThat(entered(after)).as("opens the next connection").isEqualTo(1);
    assertThat(after.get(0).join()).isSameAs(made.get(1));
  }

  /** However few answers have come by then. */
  @Test
  void theGoAwayLimitsTheRequestsOfLaterClients() {
    answered(pool.shared().enter());
    watches.get(0).goingAway(19);

    List<CompletableFuture<PooledClient>> requests = enter(50);
    requests.subList(0, 11).forEach(this::answered);

    assertThat(made.stream().skip(1).map(PooledClient::begun)).containsExactly(10, 10, 1);
  }

  /** A shutdown in two steps: the server has not said yet what it still serves. */
  @Test
  void aGoAwayWithoutALimitTeachesNone() {
    answered(pool.shared().enter());
    watches.get(0).goingAway(Integer.MAX_VALUE);

    List<CompletableFuture<PooledClient>> requests = enter(50);
    answered(requests.get(0));

    assertThat(entered(requests)).isEqualTo(50);
    assertThat(made).hasSize(2);
  }
}
