package io.github.fetchcharacters.fetch;

import static io.github.fetchcharacters.api.ScriptedTransport.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.ScriptedClient;
import io.github.fetchcharacters.api.ScriptedTransport;
import io.github.fetchcharacters.http.TransportException.Kind;
import io.github.fetchcharacters.model.Character;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which requests the ids are collected into. */
@Timeout(30)
class BatchesTest {

  private final ScriptedTransport transport =
      new ScriptedTransport(
          Map.of(
              "1,2", List.of(failure(Kind.REFUSED)),
              "3", List.of(failure(Kind.REFUSED))),
          1);

  private final Batches batches =
      new Batches(
          ScriptedClient.of(transport, 0, wait -> {}, ScriptedClient.window(5), ApiListener.NONE),
          2);

  @Test
  void aFullOneIsSentAndTheRestWhenThereIsNoMore() {
    batches.add(1);
    assertThat(transport.begun()).isZero();
    batches.add(2);
    assertThat(transport.begun()).isEqualTo(1);

    batches.add(3);
    batches.send();
    assertThat(transport.begun()).isEqualTo(2);
  }

  @Test
  void oneThatNothingIsWantedOfIsNotSent() {
    CompletableFuture<Character> first = batches.add(1);
    first.cancel(true);

    batches.send();
    batches.send();

    assertThat(transport.begun()).isZero();
  }
}
