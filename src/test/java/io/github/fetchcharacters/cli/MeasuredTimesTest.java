package io.github.fetchcharacters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fetchcharacters.cli.LatencyApi.Seen;
import io.github.fetchcharacters.http.client.Certificates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code compare} exports is held against the server's own log of the same turns. Both read
 * one clock: no figure may be below the server's, and requests and connections are the same. A busy
 * machine lengthens some turns beyond the server's time, by waits for the processor before the
 * first request arrives and after the last answer left; so the best of many is what counts, and
 * there are more of them where none was near.
 */
@Timeout(600)
class MeasuredTimesTest {

  private static final Duration LATENCY = Duration.ofMillis(100);

  private static final double NEAR = 1.05;

  private static final int MAX_ATTEMPTS = 8;

  private static final Certificates CERTIFICATES = Certificates.shared();

  private final Path file;

  MeasuredTimesTest(@TempDir Path folder) {
    file = folder.resolve("figures.json");
  }

  /** A turn as exported, and as the server saw it. */
  private record Turn(
      String mode, JsonNode exported, long requests, long connections, double seconds) {

    double ratio() {
      return exported.get("seconds").doubleValue() / seconds;
    }
  }

  private List<Turn> turns(String... options) throws Exception {
    try (LatencyApi api = new LatencyApi(CERTIFICATES.serverContext("good"), LATENCY)) {
      List<String> arguments = new ArrayList<>(List.of("compare", api.option()));
      arguments.addAll(List.of(CERTIFICATES.option(), "--export-json=" + file, "1-20"));
      // An attempt that a busy machine ends before the server sees it would be one of ours alone.
      arguments.addAll(List.of("--connect-timeout=5m", "--timeout=5m", "--retries=0"));
      arguments.addAll(List.of(options));
      CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
      assertThat(run.exitCode()).as(run.err()).isZero();
      return seen(new ObjectMapper().readTree(file.toFile()), api.log());
    }
  }

  /** Turns follow one another; so each is as many requests of the log as it says. */
  private static List<Turn> seen(JsonNode export, List<Seen> log) {
    List<Turn> turns = new ArrayList<>();
    Set<Integer> known = new HashSet<>();
    int from = 0;
    for (String part : List.of("warmup_rounds", "rounds")) {
      for (Turn turn : inOrder(export, part)) {
        int to = Math.min(log.size(), from + turn.exported().get("requests").intValue());
        List<Seen> requests = log.subList(from, to);
        long fresh = requests.stream().filter(one -> known.add(one.connection)).count();
        turns.add(
            new Turn(turn.mode(), turn.exported(), requests.size(), fresh, seconds(requests)));
        from = to;
      }
    }
    assertThat(from).as("requests in all").isEqualTo(log.size());
    return turns;
  }

  private static List<Turn> inOrder(JsonNode export, String part) {
    List<Turn> turns = new ArrayList<>();
    for (JsonNode mode : export.get("modes")) {
      for (JsonNode turn : mode.get(part)) {
        turns.add(new Turn(mode.get("mode").textValue(), turn, 0, 0, 0));
      }
    }
    turns.sort(
        Comparator.comparing((Turn turn) -> turn.exported().get("round").intValue())
            .thenComparing(turn -> turn.exported().get("position").intValue()));
    return turns;
  }

  /** From the first request to the last answer. */
  private static double seconds(List<Seen> requests) {
    long first = requests.stream().mapToLong(one -> one.arrived).min().orElseThrow();
    long last = requests.stream().mapToLong(Seen::answered).max().orElseThrow();
    return (last - first) / 1e9;
  }

  private static void areAsTheServerSawThem(List<Turn> turns) {
    assertThat(turns)
        .allSatisfy(
            turn -> {
              assertThat(turn.exported().get("requests").longValue())
                  .isEqualTo(turn.requests())
                  .isEqualTo(20);
              assertThat(turn.exported().get("connections").longValue())
                  .isEqualTo(turn.connections());
              assertThat(turn.ratio()).isGreaterThan(1 - 1e-9);
            });
  }

  /** Compares until a counted turn of each mode was near to the server's time. */
  private void comesNear(String modes, String... options) throws Exception {
    Set<String> far = new TreeSet<>(List.of(modes.split(",")));
    for (int attempt = 1; attempt <= MAX_ATTEMPTS && !far.isEmpty(); attempt++) {
      List<Turn> turns = turns(options);
      areAsTheServerSawThem(turns);
      turns.stream().filter(turn -> turn.ratio() <= NEAR).map(Turn::mode).forEach(far::remove);
    }
    assertThat(far).as("modes that never came near").isEmpty();
  }

  @Test
  void allAtOnceTheFiguresAreThoseOfTheServersOwnLog() throws Exception {
    comesNear("threads,async", "--modes=threads,async", "--warmup=1", "--runs=10");
  }

  @Test
  void oneAfterAnotherTheFiguresAreThoseOfTheServersOwnLog() throws Exception {
    comesNear("sync", "--modes=sync", "--warmup=1", "--runs=1");
  }
}
