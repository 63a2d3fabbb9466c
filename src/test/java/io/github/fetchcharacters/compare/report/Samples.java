package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Counts;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Turn;
import io.github.fetchcharacters.compare.Turns;
import io.github.fetchcharacters.compare.Usage;
import io.github.fetchcharacters.compare.statistics.Durations;
import io.github.fetchcharacters.timeline.Bar;
import io.github.fetchcharacters.timeline.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A comparison with round figures. */
public final class Samples {

  private static final long MS = 1_000_000;

  private Samples() {}

  /** sync takes 598 to 602 ms on one connection, async 199 to 201 ms on three. */
  public static Comparison comparison() {
    return new Comparison(
        3,
        "sync",
        List.of(series("sync", 1L, 0.598, 0.6, 0.602), series("async", 3L, 0.199, 0.2, 0.201)));
  }

  /** One round, of which neither the spread nor CPU time nor connections are known. */
  public static Comparison unknowns() {
    Turn turn = Turns.of(1, 1, 1.5, Double.NaN, 0, new Counts(3, 0, 0, null, "HTTP/2"));
    return new Comparison(
        3, "sync", List.of(new Series(Parameters.of("sync"), List.of(), List.of(turn))));
  }

  /** One round, in which the JVM's compiler worked, too. */
  public static Comparison compiled(double seconds, double compiler) {
    Turn turn = Turns.of(1, 1, seconds, 0.05, compiler, new Counts(3, 0, 0, 0L, "HTTP/2"));
    return new Comparison(
        3, "sync", List.of(new Series(Parameters.of("sync"), List.of(), List.of(turn))));
  }

  /** One round of each; async sent two of its requests again. */
  public static Comparison resent() {
    Turn plain = Turns.of(1, 1, 0.6, 0.03, 0, new Counts(3, 0, 0, 1L, "HTTP/2"));
    Turn resent = Turns.of(1, 2, 0.2, 0.01, 0, new Counts(3, 0, 2, 1L, "HTTP/2"));
    return new Comparison(
        3,
        "sync",
        List.of(
            new Series(Parameters.of("sync"), List.of(), List.of(plain)),
            new Series(Parameters.of("async"), List.of(), List.of(resent))));
  }

  /** One round of each; async repeated an attempt. */
  public static Comparison retried() {
    Turn plain = Turns.of(1, 1, 0.6, 0.03, 0, new Counts(3, 0, 0, 0L, "HTTP/2"));
    Turn retried = Turns.of(1, 2, 0.2, 0.01, 0, new Counts(4, 1, 0, 0L, "HTTP/2"));
    return new Comparison(
        3,
        "sync",
        List.of(
            new Series(Parameters.of("sync"), List.of(), List.of(plain)),
            new Series(Parameters.of("async"), List.of(), List.of(retried))));
  }

  /** Two modes at 1 and 4 at once, and sync, which does not depend on it: 12 characters. */
  public static Comparison sweep() {
    return new Comparison(
        12,
        "sync",
        List.of(
            sweptSeries("sync", OptionalInt.empty(), 1.2),
            sweptSeries("threads", OptionalInt.of(4), 0.35),
            sweptSeries("threads", OptionalInt.of(1), 1.3),
            sweptSeries("async", OptionalInt.of(1), 1.25),
            sweptSeries("async", OptionalInt.of(4), 0.3)));
  }

  private static Series sweptSeries(String mode, OptionalInt concurrency, double mean) {
    Counts counts = new Counts(12, 0, 0, null, "HTTP/2");
    Usage usage = new Usage(mean / 10, 0, 20, Double.NaN, Double.NaN);
    return new Series(
        new Parameters(mode, concurrency, OptionalInt.empty()),
        List.of(),
        List.of(
            new Turn(1, 1, mean - 0.05, usage, counts),
            new Turn(2, 1, mean + 0.05, usage, counts)));
  }

  /** Each request of a mode took as long as its number says in milliseconds, 1 to 20. */
  public static Recorded recorded(Timeline timeline, Map<String, String> names) {
    return new Recorded() {
      @Override
      public Durations requests(Series series) {
        Durations requests = new Durations();
        LongStream.rangeClosed(1, 20).map(millis -> millis * 1_000_000).forEach(requests::add);
        return requests;
      }

      @Override
      public Timeline typical(Series series) {
        return timeline;
      }

      @Override
      public Map<String, String> names() {
        return names;
      }
    };
  }

  /** Nothing was recorded. */
  public static Recorded nothing() {
    return new Recorded() {
      @Override
      public Durations requests(Series series) {
        return new Durations();
      }

      @Override
      public Timeline typical(Series series) {
        return new Timeline(List.of(), 0, List.of(), 0);
      }

      @Override
      public Map<String, String> names() {
        return Map.of();
      }
    };
  }

  /** Three attempts of two characters, seven that are not shown, and the last one. */
  public static Timeline timeline() {
    return new Timeline(
        List.of(
            new Bar("1", 1, 0, 0, 200 * MS, "200", true),
            new Bar("10", 1, 0, 0, 100 * MS, "503", false),
            new Bar("10", 2, 100 * MS, 150 * MS, 350 * MS, "200", true)),
        7,
        List.of(new Bar("100", 1, 400 * MS, 400 * MS, 600 * MS, "200", true)),
        600 * MS);
  }

  public static Conditions conditions() {
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
        options,
        null);
  }

  private static Series series(String mode, @Nullable Long connections, double... seconds) {
    List<Turn> turns = Turns.of(new Counts(3, 0, 0, 0L, "HTTP/1.1"), 0.05, seconds);
    Turn warmup = Turns.of(1, 1, 0.75, 0.3, 0, new Counts(3, 0, 0, connections, "HTTP/1.1"));
    return new Series(Parameters.of(mode), List.of(warmup), turns);
  }
}
