package io.github.fetchcharacters.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fetchcharacters.flow.Window;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.model.Character;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests enter and leave the window; the table of the modes covers the rest. */
@Timeout(30)
class ApiClientTest {

  private static final Reply RICK =
      new Reply(200, "HTTP/1.1", null, null, "{\"id\":1,\"name\":\"Rick\"}".getBytes(UTF_8));

  private final List<CompletableFuture<Reply>> exchanges = new ArrayList<>();
  private final ApiClient client = client(new HeldTransport());

  /** Answers when the test does. */
  private class HeldTransport implements Transport {
    @Override
    public Reply exchange(URI uri) {
      throw new IllegalStateException("broken");
    }

    @Override
    public CompletableFuture<Reply> exchangeAsync(URI uri) {
      CompletableFuture<Reply> exchange = new CompletableFuture<>();
      exchanges.add(exchange);
      return exchange;
    }

    @Override
    public void close() {}
  }

  @Test
  void cancellingCancelsTheExchangeAndLetsTheNextIn() {
    CompletableFuture<Character> first = client.getCharacterAsync(1);
    CompletableFuture<Character> second = client.getCharacterAsync(1);
    assertThat(exchanges).hasSize(1);

    first.cancel(true);

    assertThat(exchanges).hasSize(2);
    assertThat(exchanges.get(0)).isCancelled();
    exchanges.get(1).complete(RICK);
    assertThat(second.join().name()).isEqualTo("Rick");
  }

  @Test
  void cancellingWhatWaitsForRoomSendsNothingAndTakesNoRoom() {
    CompletableFuture<Character> first = client.getCharacterAsync(1);
    CompletableFuture<Character> second = client.getCharacterAsync(1);
    CompletableFuture<Character> third = client.getCharacterAsync(1);

    second.cancel(true);
    exchanges.get(0).complete(RICK);

    assertThat(first).isCompleted();
    assertThat(exchanges).hasSize(2);
    exchanges.get(1).complete(RICK);
    assertThat(third).isCompleted();
  }

  @Test
  void anAnswerThatCannotBeReadLeavesTheWindow() {
    CompletableFuture<Character> first = client.getCharacterAsync(1);
    exchanges.get(0).complete(new Reply(404, "HTTP/1.1", null, null, new byte[0]));

    assertThatThrownBy(first::join).hasCauseInstanceOf(StatusException.class);
    CompletableFuture<Character> second = client.getCharacterAsync(1);
    exchanges.get(1).complete(RICK);
    assertThat(second).isCompleted();
  }

  @Test
  void aTransportThatThrowsLeavesTheWindow() {
    List<URI> asked = new ArrayList<>();
    ApiClient broken =
        client(
            new HeldTransport() {
              @Override
              public CompletableFuture<Reply> exchangeAsync(URI uri) {
                asked.add(uri);
                throw new IllegalStateException("broken");
              }
            });

    for (int i = 1; i <= 3; i++) {
      CompletableFuture<Character> character = broken.getCharacterAsync(1);
      assertThat(asked).hasSize(i);
      assertThatThrownBy(character::join).hasRootCauseMessage("broken");
      assertThatIllegalStateException()
          .isThrownBy(() -> broken.getCharacter(1))
          .withMessage("broken");
    }
  }

  @Test
  void anInterruptWhileWaitingForRoomSendsNothing() {
    client.getCharacterAsync(1);
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> client.getCharacter(1));
    assertThat(Thread.interrupted()).isFalse();
  }

  private static ApiClient client(Transport transport) {
    return ScriptedClient.of(transport, 0, wait -> {}, Window.of(1), ApiListener.NONE);
  }
}
