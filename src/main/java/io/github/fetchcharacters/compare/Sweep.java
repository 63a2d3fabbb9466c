package io.github.fetchcharacters.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a comparison shows over the values of a sweep.
 *
 * @param axis what the curves lie over: the concurrency if it has several values, else the batch
 *     size
 * @param curves one for each mode that depends on the axis, and for each value off the axis, in the
 *     order of their modes
 * @param constants the series of the modes that do not depend on the axis, in the same order
 */
public record Sweep(Axis axis, List<Curve> curves, List<Series> constants) {

  /**
   * One mode over the axis.
   *
   * @param label the mode, and a value off the axis
   * @param points in ascending order of the axis, at least one
   */
  public record Curve(String label, List<Series> points) {

    /** Copies the list. */
    public Curve {
      points = List.copyOf(points);
    }

    /** The mode's name. */
    String mode() {
      return points.get(0).mode();
    }
  }

  /**
   * A curve or a constant as it is drawn.
   *
   * @param points from left to right; of a constant, its series at both ends of the axis
   */
  public record Line(String label, boolean constant, List<Point> points) {

    /** Copies the list. */
    public Line {
      points = List.copyOf(points);
    }
  }

  /** A series at a value of the axis. */
  public record Point(int value, Series series) {}

  /** Copies the lists. */
  public Sweep {
    curves = List.copyOf(curves);
    constants = List.copyOf(constants);
  }

  /** The sweep among the series; empty where they have one value each. */
  static Optional<Sweep> of(List<Series> series) {
    return Stream.of(Axis.values())
        .filter(axis -> series.stream().anyMatch(axis::has))
        .findFirst()
        .map(axis -> new Sweep(axis, curves(axis, series), constants(axis, series)));
  }

  private static List<Curve> curves(Axis axis, List<Series> series) {
    Map<Parameters, List<Series>> points = new LinkedHashMap<>();
    series.stream()
        .filter(axis::has)
        .sorted(Comparator.comparingInt(axis::value))
        .forEach(
            one ->
                points
                    .computeIfAbsent(axis.without(one.parameters()), none -> new ArrayList<>())
                    .add(one));
    return points.entrySet().stream()
        .map(entry -> new Curve(entry.getKey().label(), entry.getValue()))
        .sorted(Comparator.comparingInt(curve -> series.indexOf(curve.points().get(0))))
        .toList();
  }

  private static List<Series> constants(Axis axis, List<Series> series) {
    return series.stream().filter(one -> !axis.has(one)).toList();
  }

  /** All values of the axis, in ascending order. */
  public List<Integer> values() {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .map(axis::value)
        .distinct()
        .sorted()
        .toList();
  }

  /** All lines of a picture, the constants first. */
  public List<Line> lines() {
    return Stream.concat(constants.stream().map(this::line), curves.stream().map(this::line))
        .toList();
  }

  private Line line(Series constant) {
    List<Integer> values = values();
    return new Line(
        constant.label(),
        true,
        Stream.of(values.get(0), values.get(values.size() - 1))
            .map(end -> new Point(end, constant))
            .toList());
  }

  private Line line(Curve curve) {
    return new Line(
        curve.label(),
        false,
        curve.points().stream().map(point -> new Point(axis.value(point), point)).toList());
  }

  /**
   * The ideal that one request at a time shows: its latency is the shortest median by character at
   * a concurrency of 1, of the modes with a request for each. A mode that does not depend on the
   * concurrency has one request at a time. Empty without such a series, and over batch sizes.
   *
   * @param characters fetched in each turn
   */
  public Optional<Ideal> ideal(int characters) {
    return axis == Axis.CONCURRENCY
        ? Stream.concat(constants.stream(), curves.stream().flatMap(c -> c.points().stream()))
            .filter(one -> axis.of(one.parameters()).orElse(1) == 1)
            .filter(one -> one.requests() == characters)
            .map(one -> new Ideal(characters, one.times().median() / characters))
            .min(Comparator.comparingDouble(Ideal::latency))
        : Optional.empty();
  }
}
