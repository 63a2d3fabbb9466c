package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Counts;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Turn;
import io.github.fetchcharacters.compare.Turns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison with round figures. */
final class Samples {

  private Samples() {}

  /** sync takes 598 to 602 ms on one connection, async 199 to 201 ms on three. */
  static Comparison comparison() {
    return new Comparison(
        3,
        "sync",
        List.of(series("sync", 1L, 0.598, 0.6, 0.602), series("async", 3L, 0.199, 0.2, 0.201)));
  }

  /** One round, of which neither the spread nor CPU time nor connections are known. */
  static Comparison unknowns() {
    Turn turn = Turns.of(1, 1, 1.5, Double.NaN, 0, new Counts(3, 0, 0, null, "HTTP/2"));
    return new Comparison(
        3, "sync", List.of(new Series(Parameters.of("sync"), List.of(), List.of(turn))));
  }

  /** One round of each; async sent two of its requests again. */
  static Comparison resent() {
    Turn plain = Turns.of(1, 1, 0.6, 0.03, 0, new Counts(3, 0, 0, 1L, "HTTP/2"));
    Turn resent = Turns.of(1, 2, 0.2, 0.01, 0, new Counts(3, 0, 2, 1L, "HTTP/2"));
    return new Comparison(
        3,
        "sync",
        List.of(
            new Series(Parameters.of("sync"), List.of(), List.of(plain)),
            new Series(Parameters.of("async"), List.of(), List.of(resent))));
  }

  static Conditions conditions() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("--runs", "3");
    options.put("--concurrency", "50");
    return new Conditions(
        "fetch-characters 1.0.0",
        "fetch-characters compare --demo --runs=3 1 10 100",
        "2026-11-21T10:00:00Z",
        "OpenJDK 17.0.15",
        List.of("-Xmx64m"),
        "Linux 6.1 amd64",
        2,
        "built-in",
        true,
        false,
        1,
        3,
        List.of(1L, 10L, 100L),
        options);
  }

  private static Series series(String mode, @Nullable Long connections, double... seconds) {
    List<Turn> turns = new ArrayList<>();
    for (double time : seconds) {
      Counts counts = new Counts(3, 0, 0, 0L, "HTTP/1.1");
      turns.add(Turns.of(turns.size() + 1, 1, time, time / 20, 0, counts));
    }
    Turn warmup = Turns.of(1, 1, 0.75, 0.3, 0, new Counts(3, 0, 0, connections, "HTTP/1.1"));
    return new Series(Parameters.of(mode), List.of(warmup), turns);
  }
}
