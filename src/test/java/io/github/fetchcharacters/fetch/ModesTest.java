package io.github.fetchcharacters.fetch;

import static io.github.fetchcharacters.api.ScriptedTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.api.ScriptedClient;
import io.github.fetchcharacters.api.ScriptedTransport;
import io.github.fetchcharacters.api.ScriptedTransport.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One table of scenarios through every mode, from the ids to the outcomes, without a network. */
@Timeout(60)
class ModesTest {

  /** The observable trace of a run. */
  private record Trace(
      Map<String, List<String>> events, List<String> waits, List<String> outcomes) {

    /** Waits of different requests come in any order. */
    Trace {
      waits = waits.stream().sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}, by {1}")
  @MethodSource
  void takeTheSameSteps(Scenario scenario, Mode mode) {
    assertThat(run(List.of(scenario), mode, Plan.of(4))).isEqualTo(expected(List.of(scenario)));
  }

  static Stream<Arguments> takeTheSameSteps() {
    return Stream.of(Mode.values())
        .flatMap(mode -> Scenario.of(mode).stream().map(one -> Arguments.of(one, mode)));
  }

  /** All scenarios in one run: what happens to one id changes nothing for another. */
  @ParameterizedTest(name = "{0}, concurrency {1}")
  @CsvSource({
    "SYNC, 1",
    "SYNC, 50",
    "ASYNC, 1",
    "ASYNC, 3",
    "ASYNC, 50",
    "THREADS, 1",
    "THREADS, 3",
    "THREADS, 50",
    "BATCH, 1",
    "BATCH, 50"
  })
  void takeTheSameStepsWithEverythingAtOnce(Mode mode, int concurrency) {
    List<Scenario> all = Scenario.oneId().toList();

    assertThat(run(all, mode, new Plan(concurrency, 1, true))).isEqualTo(expected(all));
  }

  @ParameterizedTest
  @EnumSource
  void handAnIdOverAsOftenAsItIsAsked(Mode mode) {
    List<Long> ids = List.of(2L, 1L, 2L, 2L, 3L, 1L);
    Map<String, List<Step>> scripts =
        Map.of(
            "1", List.of(rick(1), rick(1)),
            "2", List.of(rick(2), rick(2), rick(2)),
            "3", List.of(rick(3)),
            "2,1,3",
                List.of(
                    answer(200, "[" + rickText(1) + "," + rickText(2) + "," + rickText(3) + "]")));
    RecordingSink sink = new RecordingSink();

    fetch(ids, mode, 2, new ScriptedTransport(scripts, 1), sink);

    assertThat(sink.outcomes())
        .containsExactly("found 2", "found 1", "found 2", "found 2", "found 3", "found 1");
  }

  /** Not one is answered before all that fit have begun: a mode that asks for fewer would hang. */
  @ParameterizedTest(name = "{0}, concurrency {1}, {2} ids: {3} in flight")
  @CsvSource({
    "SYNC, 5, 12, 1",
    "ASYNC, 1, 12, 1",
    "ASYNC, 5, 12, 5",
    "ASYNC, 50, 12, 12",
    "THREADS, 1, 12, 1",
    "THREADS, 5, 12, 5",
    "THREADS, 50, 12, 12"
  })
  void haveAsManyRequestsInFlightAsTheyMay(Mode mode, int concurrency, int count, int inFlight) {
    List<Long> ids = LongStream.rangeClosed(1, count).boxed().toList();
    Map<String, List<Step>> scripts =
        ids.stream().collect(Collectors.toMap(id -> "" + id, id -> List.of(rick(id))));
    ScriptedTransport transport = new ScriptedTransport(scripts, inFlight);
    RecordingSink sink = new RecordingSink();

    fetch(ids, mode, concurrency, transport, sink);

    assertThat(sink.outcomes()).isEqualTo(ids.stream().map(id -> "found " + id).toList());
    assertThat(transport.begun()).isEqualTo(count);
    assertThat(transport.maxInFlight()).isEqualTo(inFlight);
  }

  /** Also while most of the ids are tried again. */
  @ParameterizedTest(name = "{0}, concurrency {1}")
  @CsvSource({"SYNC, 1", "ASYNC, 3", "THREADS, 3"})
  void neverHaveMoreInFlightThanTheyMay(Mode mode, int concurrency) {
    List<Long> ids = LongStream.rangeClosed(1, 300).boxed().toList();
    Map<String, List<Step>> scripts =
        ids.stream()
            .collect(
                Collectors.toMap(
                    id -> "" + id, id -> List.of(answer(503, ""), answer(500, ""), rick(id))));
    ScriptedTransport transport = new ScriptedTransport(scripts, 1);
    RecordingSink sink = new RecordingSink();

    fetch(ids, mode, concurrency, transport, sink);

    assertThat(sink.outcomes()).isEqualTo(ids.stream().map(id -> "found " + id).toList());
    assertThat(transport.begun()).isEqualTo(900);
    assertThat(transport.maxInFlight()).isLessThanOrEqualTo(concurrency);
  }

  /** Every id that is in flight is delivered, though none is answered. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"SYNC, skipped 1", "ASYNC, skipped 1; skipped 2", "THREADS, skipped 1; skipped 2"})
  void endWithAnInterrupt(Mode mode, String outcomes) throws InterruptedException {
    List<String> skipped = List.of(outcomes.split("; "));
    ScriptedTransport transport =
        new ScriptedTransport(Map.of("1", List.of(rick(1)), "2", List.of(rick(2))), 3);
    ApiClient client = client(transport, 2, new RecordingListener(), new ConcurrentLinkedQueue<>());
    RecordingSink sink = new RecordingSink();
    RunningFetch running =
        RunningFetch.start(mode.fetcher(client, Plan.of(2)), List.of(1L, 2L).iterator(), sink);
    transport.awaitBegun(skipped.size());

    running.interrupt();
    running.awaitEnd();

    assertThat(sink.outcomes()).isEqualTo(skipped);
    assertThat(running.interruptedAtTheEnd()).isTrue();
    assertThat(running.thrown()).isNull();
  }

  private static Step rick(long id) {
    return answer(200, rickText(id));
  }

  private static String rickText(long id) {
    return "{\"id\":" + id + ",\"name\":\"Rick\"}";
  }

  private static Trace expected(List<Scenario> scenarios) {
    return new Trace(
        merged(scenarios, Scenario::events),
        joined(scenarios, Scenario::waits),
        joined(scenarios, Scenario::outcomes));
  }

  private static <T> List<T> joined(List<Scenario> scenarios, Function<Scenario, List<T>> part) {
    return scenarios.stream().map(part).flatMap(List::stream).toList();
  }

  private static <T> Map<String, List<T>> merged(
      List<Scenario> scenarios, Function<Scenario, Map<String, List<T>>> part) {
    Map<String, List<T>> all = new HashMap<>();
    scenarios.forEach(scenario -> all.putAll(part.apply(scenario)));
    return all;
  }

  private static Trace run(List<Scenario> scenarios, Mode mode, Plan plan) {
    RecordingListener listener = new RecordingListener();
    Collection<String> waits = new ConcurrentLinkedQueue<>();
    ScriptedTransport transport = new ScriptedTransport(merged(scenarios, Scenario::scripts), 1);
    ApiClient client = client(transport, plan.concurrency(), listener, waits);
    WordedOutcomes sink = new WordedOutcomes();

    mode.fetcher(client, plan).fetch(joined(scenarios, Scenario::ids).iterator(), sink);

    return new Trace(listener.heard(), List.copyOf(waits), sink.words);
  }

  private static void fetch(
      List<Long> ids, Mode mode, int concurrency, ScriptedTransport transport, OutcomeSink sink) {
    ApiClient client =
        client(transport, concurrency, new RecordingListener(), new ConcurrentLinkedQueue<>());
    mode.fetcher(client, Plan.of(concurrency)).fetch(ids.iterator(), sink);
  }

  private static ApiClient client(
      ScriptedTransport transport,
      int concurrency,
      RecordingListener listener,
      Collection<String> waits) {
    return ScriptedClient.of(
        transport,
        2,
        wait -> waits.add(wait.toString()),
        ScriptedClient.window(concurrency),
        listener);
  }

  /** Records the outcomes with their records or failures. */
  private static final class WordedOutcomes implements OutcomeSink {

    private final List<String> words = new ArrayList<>();

    @Override
    public boolean accept(Outcome outcome) {
      String word = "skipped " + outcome.id();
      if (outcome instanceof Outcome.Found found) {
        word = "found " + outcome.id() + " " + found.characters().get(0).name();
      } else if (outcome instanceof Outcome.Failed failed) {
        word = "failed " + outcome.id() + " " + failed.failure().getMessage();
      }
      return words.add(word);
    }

    @Override
    public boolean idle() {
      return true;
    }
  }
}
