package io.github.fetchcharacters.api;

import static io.github.fetchcharacters.api.ScriptedTransport.answer;
import static io.github.fetchcharacters.api.ScriptedTransport.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fetchcharacters.api.ScriptedTransport.Step;
import io.github.fetchcharacters.flow.Window;
import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import io.github.fetchcharacters.model.Character;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A request that the server has not processed is resent at once, within the same attempt. */
@Timeout(30)
class UnsentRequestTest {

  private static final Step RICK = answer(200, "{\"id\":1,\"name\":\"Rick\"}");
  private static final Step BUSY = answer(503, "");

  private final ConcurrentLinkedQueue<Duration> waits = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Integer> attempts = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

  private enum Call {
    BLOCKING {
      @Override
      Character get(ApiClient client) throws InterruptedException {
        return client.getCharacter(1);
      }
    },
    ASYNC {
      @Override
      Character get(ApiClient client) throws InterruptedException {
        try {
          return client.getCharacterAsync(1).get();
        } catch (ExecutionException failed) {
          throw (RuntimeException) failed.getCause();
        }
      }
    };

    abstract Character get(ApiClient client) throws InterruptedException;
  }

  static Stream<Arguments> callsAndKinds() {
    return Stream.of(Call.values())
        .flatMap(
            call ->
                Stream.of(
                        Kind.TOO_MANY_STREAMS,
                        Kind.REFUSED_STREAM,
                        Kind.UNPROCESSED,
                        Kind.CONNECTION_ENDED)
                    .map(kind -> Arguments.of(call, kind)));
  }

  @ParameterizedTest
  @MethodSource("callsAndKinds")
  void isSentUpToTenTimesInOneAttempt(Call call, Kind kind) throws InterruptedException {
    ScriptedTransport transport = transport(times(9, failure(kind)), List.of(RICK));

    assertThat(call.get(client(transport, 0)).name()).isEqualTo("Rick");

    assertThat(transport.begun()).isEqualTo(10);
    assertThat(attempts).hasSize(10).containsOnly(1);
    assertThat(waits).isEmpty();
    assertThat(failures).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("callsAndKinds")
  void theTenthTimeIsAFailedAttempt(Call call, Kind kind) {
    ScriptedTransport transport = transport(times(20, failure(kind)), List.of());

    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> call.get(client(transport, 1)));

    assertThat(failure).returns(kind, TransportException::kind);
    assertThat(transport.begun()).isEqualTo(20);
    assertThat(waits).hasSize(1);
    assertThat(failures).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("callsAndKinds")
  void everyAttemptHasItsOwnTen(Call call, Kind kind) throws InterruptedException {
    List<Step> nine = times(9, failure(kind));
    ScriptedTransport transport =
        transport(nine, List.of(BUSY), nine, List.of(BUSY), nine, List.of(RICK));

    assertThat(call.get(client(transport, 2)).name()).isEqualTo("Rick");

    assertThat(transport.begun()).isEqualTo(30);
    assertThat(List.copyOf(attempts).subList(9, 21))
        .containsExactly(1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3);
    assertThat(waits).hasSize(2);
  }

  /** It has waited for a whole deadline, and could wait for ten. */
  @ParameterizedTest
  @EnumSource
  void oneThatWasHeldUpGoesAgainOnceInAllAttempts(Call call) throws InterruptedException {
    ScriptedTransport transport = transport(times(3, failure(Kind.HELD_UP)), List.of(RICK));

    assertThat(call.get(client(transport, 2)).name()).isEqualTo("Rick");

    assertThat(attempts).containsExactly(1, 1, 2, 3);
    assertThat(failures).hasSize(2);
  }

  private static List<Step> times(int count, Step step) {
    return Collections.nCopies(count, step);
  }

  @SafeVarargs
  private static ScriptedTransport transport(List<Step>... parts) {
    List<Step> steps = new ArrayList<>();
    for (List<Step> part : parts) {
      steps.addAll(part);
    }
    return new ScriptedTransport(Map.of("1", steps), 1);
  }

  private ApiClient client(Transport transport, int retries) {
    return ScriptedClient.of(
        transport,
        retries,
        waits::add,
        Window.of(4),
        resource ->
            new CallListener() {
              @Override
              public void fetching(URI uri, int attempt) {
                attempts.add(attempt);
              }

              @Override
              public void retrying(int attempt, RuntimeException failure, Duration wait) {
                failures.add("" + failure.getMessage());
              }

              @Override
              public void failed(int attempt, RuntimeException failure) {
                failures.add("" + failure.getMessage());
              }
            });
  }
}
