package io.github.fetchcharacters.timeline;

import static io.github.fetchcharacters.api.ScriptedTransport.answer;
import static io.github.fetchcharacters.api.ScriptedTransport.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CallListener;
import io.github.fetchcharacters.api.ScriptedClient;
import io.github.fetchcharacters.api.ScriptedTransport;
import io.github.fetchcharacters.api.ScriptedTransport.Step;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.http.TransportException.Kind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a clock that only answers and their decoding move. */
@Timeout(30)
class DurationRecorderTest {

  private static final Step RICK = answer(200, "{\"id\":1,\"name\":\"Rick\"}");
  private static final Step BUSY = answer(503, "");

  private final AtomicLong clock = new AtomicLong(1000);
  private final DurationRecorder recorder = new DurationRecorder(clock::get, 3);

  private enum Call {
    BLOCKING {
      @Override
      void get(ApiClient client) throws InterruptedException {
        client.getCharacter(1);
      }
    },
    ASYNC {
      @Override
      void get(ApiClient client) {
        try {
          client.getCharacterAsync(1).join();
        } catch (CompletionException failed) {
          throw (RuntimeException) failed.getCause();
        }
      }
    };

    abstract void get(ApiClient client) throws InterruptedException;
  }

  private Step after(long nanos, Step step) {
    return () -> {
      clock.addAndGet(nanos);
      return step.get();
    };
  }

  /** Hears of a complete answer before it is decoded. */
  private CallListener decodingTakes(long nanos) {
    return new CallListener() {
      @Override
      public void fetched(URI uri, int attempt, Reply reply) {
        clock.addAndGet(nanos);
      }
    };
  }

  private ApiClient client(Step... steps) {
    return ScriptedClient.of(
        new ScriptedTransport(Map.of("1", List.of(steps)), 1),
        2,
        wait -> clock.addAndGet(100_000),
        ScriptedClient.window(10),
        ApiListener.all(List.of(resource -> decodingTakes(7), recorder)));
  }

  @ParameterizedTest
  @EnumSource
  void aRequestLastsFromItsSendingToItsAnswerDecoded(Call call) throws Exception {
    ApiClient client = client(after(50, RICK), after(40, RICK));

    call.get(client);
    call.get(client);

    assertThat(recorder.nanos()).containsExactly(57, 47);
  }

  @ParameterizedTest
  @EnumSource
  void neitherAFailedAttemptCountsNorTheWaitBehindIt(Call call) throws Exception {
    call.get(client(after(30, BUSY), after(50, RICK)));

    assertThat(recorder.nanos()).containsExactly(57);
  }

  @ParameterizedTest
  @EnumSource
  void ofARequestThatIsResentTheLastSendingCounts(Call call) throws Exception {
    call.get(client(after(30, failure(Kind.UNPROCESSED)), after(50, RICK)));

    assertThat(recorder.nanos()).containsExactly(57);
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatFailsHasNoDuration(Call call) {
    ApiClient client = client(BUSY, BUSY, BUSY);

    assertThatThrownBy(() -> call.get(client)).isInstanceOf(StatusException.class);

    assertThat(recorder.nanos()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void keepsNoMoreThanThereIsRoomForUntilItIsCleared(Call call) throws Exception {
    ApiClient client =
        client(after(1, RICK), after(2, RICK), after(3, RICK), after(4, RICK), after(5, RICK));
    for (int i = 0; i < 4; i++) {
      call.get(client);
    }
    assertThat(recorder.nanos()).containsExactly(8, 9, 10);

    recorder.clear();
    assertThat(recorder.nanos()).isEmpty();
    call.get(client);
    assertThat(recorder.nanos()).containsExactly(12);
  }
}
