package io.github.fetchcharacters.compare.page;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The series of a sweep as lines over its value: the concurrency, or the batch size where that
 * alone has several values.
 *
 * @param variable what the value is
 * @param lines one for each mode, and for each value that is not the variable's
 * @param ideal what the times would be if requests did not hinder each other; empty where no series
 *     with one request at once says how long one takes
 */
record SweepLines(String variable, List<Line> lines, Optional<Ideal> ideal) {

  /** A line, its points from left to right. */
  record Line(String label, List<Point> points) {}

  /** What a series has at a value. */
  record Point(int value, Series series) {}

  /**
   * As many requests at once as the value says, and as many of these one after another as it takes.
   *
   * @param requests in all
   * @param latency seconds of one, by itself
   */
  record Ideal(int requests, double latency) {

    double seconds(int concurrency) {
      return Math.ceil((double) requests / concurrency) * latency;
    }
  }

  /** Empty where nothing is swept. */
  static Optional<SweepLines> of(Comparison comparison) {
    List<Series> all = comparison.series();
    List<Line> overConcurrency = lines(all, Parameters::concurrency, Parameters::batchSize);
    if (!overConcurrency.isEmpty()) {
      return Optional.of(new SweepLines("requests at once", overConcurrency, ideal(comparison)));
    }
    List<Line> overBatchSize = lines(all, Parameters::batchSize, none -> OptionalInt.empty());
    return overBatchSize.isEmpty()
        ? Optional.empty()
        : Optional.of(new SweepLines("ids a request", overBatchSize, Optional.empty()));
  }

  /** None where the variable has not several values. */
  private static List<Line> lines(
      List<Series> all,
      Function<Parameters, OptionalInt> variable,
      Function<Parameters, OptionalInt> other) {
    int[] values = values(all, variable);
    Map<String, List<Point>> lines = new LinkedHashMap<>();
    for (Series one : values.length > 1 ? all : List.<Series>of()) {
      OptionalInt value = variable.apply(one.parameters());
      // What does not depend on the value is the same from end to end.
      int[] at = {value.orElse(values[0]), value.orElse(values[values.length - 1])};
      List<Point> points =
          lines.computeIfAbsent(
              label(one.mode(), other.apply(one.parameters())), none -> new ArrayList<>());
      IntStream.of(at).distinct().forEach(x -> points.add(new Point(x, one)));
    }
    lines.values().forEach(points -> points.sort(Comparator.comparingInt(Point::value)));
    return lines.entrySet().stream().map(line -> new Line(line.getKey(), line.getValue())).toList();
  }

  private static int[] values(List<Series> all, Function<Parameters, OptionalInt> variable) {
    return all.stream()
        .map(one -> variable.apply(one.parameters()))
        .flatMapToInt(OptionalInt::stream)
        .distinct()
        .sorted()
        .toArray();
  }

  private static String label(String mode, OptionalInt batchSize) {
    return new Parameters(mode, OptionalInt.empty(), batchSize).label();
  }

  private static Optional<Ideal> ideal(Comparison comparison) {
    int characters = comparison.characters();
    return comparison.series().stream()
        .filter(one -> one.parameters().concurrency().orElse(1) == 1)
        .filter(one -> one.requests() >= characters)
        .findFirst()
        .map(one -> new Ideal(characters, one.times().mean() / characters));
  }
}
