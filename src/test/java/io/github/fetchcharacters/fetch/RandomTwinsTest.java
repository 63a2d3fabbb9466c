package io.github.fetchcharacters.fetch;

import static io.github.fetchcharacters.api.ScriptedTransport.answer;
import static io.github.fetchcharacters.api.ScriptedTransport.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.api.ScriptedClient;
import io.github.fetchcharacters.api.ScriptedTransport;
import io.github.fetchcharacters.api.ScriptedTransport.Step;
import io.github.fetchcharacters.http.TransportException.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * All modes give the same results for any answers of a server. The scripts are drawn at random; the
 * seed stands in a failure and is set by {@code -Dtwins.seed}, their number by {@code
 * -Dtwins.scripts}.
 */
@Timeout(600)
class RandomTwinsTest {

  private static final int IDS_A_RUN = 20;
  private static final int MOST_ANSWERS = 20;
  private static final int MOST_SENDINGS = 10;

  private final long seed = Long.getLong("twins.seed", System.nanoTime());
  private final int scripts = Integer.getInteger("twins.scripts", 2000);

  /**
   * The observable trace of a run.
   *
   * @param events each id's steps: attempts, answers, decisions with their waits
   * @param waits the pauses between attempts that really happened, in any order
   * @param begun exchanges
   */
  private record Trace(
      List<String> outcomes, Map<String, List<String>> events, List<String> waits, int begun) {}

  @Test
  void everyModeMakesTheSameOfEveryScript() {
    Random random = new Random(seed);
    int max = 0;
    for (int drawn = 0; drawn < scripts; drawn += IDS_A_RUN) {
      long runSeed = random.nextLong();
      int retries = random.nextInt(MOST_ANSWERS);
      int concurrency = 1 + random.nextInt(IDS_A_RUN);
      Trace expected = run(runSeed, retries, concurrency, Mode.SYNC);
      max = Math.max(max, expected.begun());

      assertThat(expected.outcomes()).hasSize(IDS_A_RUN);
      for (Mode mode : Mode.values()) {
        assertThat(run(runSeed, retries, concurrency, mode))
            .as("-Dtwins.seed=%d, from script %d on, by %s", seed, drawn, mode)
            .isEqualTo(expected);
      }
    }
    assertThat(max)
        .as("requests of a run: scripts that hardly try again show little")
        .isGreaterThan(IDS_A_RUN);
  }

  private static Trace run(long runSeed, int retries, int concurrency, Mode mode) {
    List<Long> ids = LongStream.rangeClosed(1, IDS_A_RUN).boxed().toList();
    Random random = new Random(runSeed);
    Map<String, List<Step>> steps = new HashMap<>();
    ids.forEach(id -> steps.put("" + id, script(id, random)));
    ScriptedTransport transport = new ScriptedTransport(steps, 1);
    RecordingListener listener = new RecordingListener();
    Queue<String> waits = new ConcurrentLinkedQueue<>();
    ApiClient client =
        ScriptedClient.of(
            transport,
            retries,
            wait -> waits.add(wait.toString()),
            ScriptedClient.window(concurrency),
            listener);
    List<String> outcomes = new ArrayList<>();

    mode.fetcher(client, new Plan(concurrency, 1, true))
        .fetch(ids.iterator(), new WordedOutcomes(outcomes));

    return new Trace(
        outcomes, listener.heard(), waits.stream().sorted().toList(), transport.begun());
  }

  /**
   * Up to 20 answers, the last of which is for good. An answer that was never processed is repeated
   * within an attempt, so that it counts among the 20 as one of them.
   */
  private static List<Step> script(long id, Random random) {
    List<Step> steps = new ArrayList<>();
    int passing = random.nextInt(MOST_ANSWERS);
    for (int answer = 0; answer < passing; answer++) {
      steps.add(passing(random));
      if (random.nextInt(10) == 0) {
        Step unsent = failure(random.nextBoolean() ? Kind.TOO_MANY_STREAMS : Kind.UNPROCESSED);
        for (int sending = 1 + random.nextInt(MOST_SENDINGS - 1); sending > 0; sending--) {
          steps.add(unsent);
        }
      }
    }
    steps.add(lasting(id, random));
    return steps;
  }

  private static Step passing(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> failure(Kind.LOST);
      case 1 -> failure(Kind.REFUSED);
      case 2 -> failure(Kind.TIMEOUT);
      case 3 -> answer(429, "");
      case 4 -> answer(429, "" + random.nextInt(5), "");
      case 5 -> answer(503, "" + random.nextInt(5), "");
      case 6 -> answer(429, "tomorrow", "");
      case 7 -> answer(503, "{\"error\":\"no time\"}");
      case 8 -> answer(200, "<html>");
      case 9 -> answer(200, "{\"id\":1,");
      case 10 -> answer(200, "");
      default -> answer(List.of(408, 425, 500, 502, 504).get(random.nextInt(5)), "");
    };
  }

  private static Step lasting(long id, Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> failure(Kind.UNKNOWN_HOST);
      case 1 -> failure(Kind.TLS);
      case 2 -> failure(Kind.UNACCEPTABLE);
      case 3 -> answer(404, "{\"error\":\"Character not found\"}");
      case 4 -> answer(302, "");
      case 5 -> answer(204, "");
      case 6 -> answer(429, "3600", "");
      case 7 -> answer(200, "{\"id\":" + id + ",\"name\":null}");
      case 8 -> answer(200, "{\"id\":" + (id + 1) + ",\"name\":\"Rick\"}");
      default -> answer(200, "{\"id\":" + id + ",\"name\":\"Number " + id + "\"}");
    };
  }

  /** What was found or why not. */
  private record WordedOutcomes(List<String> words) implements OutcomeSink {

    @Override
    public boolean accept(Outcome outcome) {
      String what = "skipped";
      if (outcome instanceof Outcome.Found found) {
        what = found.characters().get(0).toString();
      } else if (outcome instanceof Outcome.Failed failed) {
        what = "" + failed.failure();
      }
      return words.add(outcome.id() + " " + what);
    }

    @Override
    public boolean idle() {
      return true;
    }
  }
}
