package io.github.fetchcharacters.fetch;

import static io.github.fetchcharacters.api.ScriptedTransport.answer;
import static io.github.fetchcharacters.api.ScriptedTransport.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.api.ScriptedClient;
import io.github.fetchcharacters.api.ScriptedTransport;
import io.github.fetchcharacters.api.ScriptedTransport.Step;
import io.github.fetchcharacters.http.TransportException.Kind;
import io.github.fetchcharacters.model.Character;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages through every mode, without a network: the same steps, waits and outcomes. */
@Timeout(60)
class PagesModesTest {

  private final RecordingListener listener = new RecordingListener();
  private final Queue<String> waits = new ConcurrentLinkedQueue<>();
  private final List<String> outcomes = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void takeTheSameSteps(Mode mode) {
    Pages pages =
        fetch(
            mode,
            Map.of("name", "a b"),
            Map.of(
                "?page=1&name=a+b",
                List.of(answer(503, ""), page(1)),
                "?page=2&name=a+b",
                List.of(answer(200, "{\"info\":{"), failure(Kind.LOST), page(2)),
                "?page=3&name=a+b",
                List.of(answer(403, "")),
                "?page=4&name=a+b",
                List.of(page(4))));

    assertThat(listener.heard())
        .isEqualTo(
            Map.of(
                "page 1",
                List.of(
                    "getting",
                    "fetching 1 /api/character",
                    "fetched 1 503",
                    "failed 1 503 Service Unavailable -> again after PT0.05S",
                    "fetching 2 /api/character",
                    "fetched 2 200",
                    "got 1 character"),
                "page 2",
                List.of(
                    "getting",
                    "fetching 1 /api/character",
                    "fetched 1 200",
                    "failed 1 the answer is cut short -> again after PT0.05S",
                    "fetching 2 /api/character",
                    "failed 2 no answer: LOST -> again after PT0.1S",
                    "fetching 3 /api/character",
                    "fetched 3 200",
                    "got 1 character"),
                "page 3",
                List.of(
                    "getting",
                    "fetching 1 /api/character",
                    "fetched 1 403",
                    "failed 1 403 Forbidden -> given up"),
                "page 4",
                List.of(
                    "getting", "fetching 1 /api/character", "fetched 1 200", "got 1 character")));
    assertThat(waits).containsExactlyInAnyOrder("PT0.05S", "PT0.05S", "PT0.1S");
    assertThat(outcomes).containsExactly("1 [11]", "2 [12]", "3 403 Forbidden", "4 [14]");
    assertThat(pages.count()).isEqualTo(62);
    assertThat(pages.last()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void endWithTheFirstWhereItFails(Mode mode) {
    Pages pages = fetch(mode, Map.of(), Map.of("?page=1", List.of(answer(404, ""))));

    assertThat(outcomes).containsExactly("1 404 Not Found");
    assertThat(pages.count()).isEqualTo(-1);
    assertThat(pages.last()).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource
  void areNoneWithoutAMatch(Mode mode) {
    Step nothing = answer(404, "{\"error\":\"There is nothing here\"}");
    Pages pages = fetch(mode, Map.of("type", "x"), Map.of("?page=1&type=x", List.of(nothing)));

    assertThat(outcomes).containsExactly("1 []");
    assertThat(pages.count()).isZero();
    assertThat(pages.last()).isZero();
  }

  /** As when the operating system refuses the pool its first thread. */
  @Test
  void endWithTheFirstWhereItsCallCannotStart() {
    Pages pages = new Pages(client(Map.of()), Map.of());
    pages.fetch(
        call ->
            new FanOut<>(
                number -> {
                  throw new IllegalStateException("no thread");
                },
                call.outcome(),
                3,
                true),
        true,
        new WordedOutcomes());

    assertThat(outcomes).containsExactly("1 no thread");
  }

  /** A run that stops at the first page names the others. */
  @ParameterizedTest
  @EnumSource
  void knowTheirNumberWhenTheFirstIsDelivered(Mode mode) {
    Pages pages = new Pages(client(Map.of("?page=1", List.of(page(1)))), Map.of());
    List<Long> known = new ArrayList<>();
    pages.fetch(
        mode,
        Plan.of(3),
        new OutcomeSink() {
          @Override
          public boolean accept(Outcome outcome) {
            known.add(pages.last());
            return false;
          }

          @Override
          public boolean idle() {
            return true;
          }
        });

    assertThat(known.get(0)).isEqualTo(4);
  }

  private Pages fetch(Mode mode, Map<String, String> filters, Map<String, List<Step>> scripts) {
    Pages pages = new Pages(client(scripts), filters);
    pages.fetch(mode, Plan.of(3), new WordedOutcomes());
    return pages;
  }

  private ApiClient client(Map<String, List<Step>> scripts) {
    return ScriptedClient.of(
        new ScriptedTransport(scripts, 1),
        2,
        wait -> waits.add(wait.toString()),
        ScriptedClient.window(3),
        listener);
  }

  private static Step page(long number) {
    return answer(
        200,
        "{\"info\":{\"count\":62,\"pages\":4},\"results\":[{\"id\":1"
            + number
            + ",\"name\":\"Rick\"}]}");
  }

  /** Records the characters found, by id, or the failure. */
  private final class WordedOutcomes implements OutcomeSink {

    @Override
    public boolean accept(Outcome outcome) {
      String what = "skipped";
      if (outcome instanceof Outcome.Found found) {
        what = found.characters().stream().map(Character::id).toList().toString();
      } else if (outcome instanceof Outcome.Failed failed) {
        what = "" + failed.failure().getMessage();
      }
      return outcomes.add(outcome.id() + " " + what);
    }

    @Override
    public boolean idle() {
      return true;
    }
  }
}
