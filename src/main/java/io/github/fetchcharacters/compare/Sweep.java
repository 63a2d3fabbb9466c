package io.github.fetchcharacters.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a comparison shows over the values of a sweep.
 *
 * @param axis what the curves lie over: the concurrency if it has several values, else the batch
 *     size
 * @param curves in the order of their modes; a mode that does not depend on the axis has none
 */
public record Sweep(Axis axis, List<Curve> curves) {

  /** A quantity with several values. */
  public enum Axis {
    CONCURRENCY("at once") {
      @Override
      OptionalInt of(Parameters parameters) {
        return parameters.concurrency();
      }

      @Override
      Parameters without(Parameters all) {
        return new Parameters(all.mode(), OptionalInt.empty(), all.batchSize());
      }
    },
    BATCH_SIZE("ids a request") {
      @Override
      OptionalInt of(Parameters parameters) {
        return parameters.batchSize();
      }

      @Override
      Parameters without(Parameters all) {
        return new Parameters(all.mode(), all.concurrency(), OptionalInt.empty());
      }
    };

    private final String unit;

    Axis(String unit) {
      this.unit = unit;
    }

    abstract OptionalInt of(Parameters parameters);

    /** The rest, which is the same all over a curve. */
    abstract Parameters without(Parameters all);

    /** The value of a series on a curve. */
    public int value(Series series) {
      return of(series.parameters()).orElseThrow();
    }

    /** What follows a value in words. */
    public String unit() {
      return unit;
    }
  }

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

  /** Copies the list. */
  public Sweep {
    curves = List.copyOf(curves);
  }

  /** The sweep among the series; empty where they have one value each. */
  static Optional<Sweep> of(List<Series> series) {
    return List.of(Axis.values()).stream()
        .filter(axis -> series.stream().anyMatch(one -> isOn(axis, one)))
        .findFirst()
        .map(axis -> new Sweep(axis, curves(axis, series)));
  }

  private static boolean isOn(Axis axis, Series one) {
    return axis.of(one.parameters()).isPresent();
  }

  private static List<Curve> curves(Axis axis, List<Series> series) {
    Map<Parameters, List<Series>> points = new LinkedHashMap<>();
    series.stream()
        .filter(one -> isOn(axis, one))
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

  /** All values of the axis, in ascending order. */
  public List<Integer> values() {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .map(axis::value)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Seconds of one answer, as one request at a time shows them: the shortest median at a
   * concurrency of 1, by character, among the modes with a request for each. Empty without 1 among
   * the values, and for batches.
   *
   * @param characters fetched in each turn
   */
  public OptionalDouble latency(int characters) {
    return axis != Axis.CONCURRENCY
        ? OptionalDouble.empty()
        : curves.stream()
            .map(curve -> curve.points().get(0))
            .filter(one -> axis.value(one) == 1 && one.requests() == characters)
            .mapToDouble(one -> one.times().median() / characters)
            .min();
  }

  /** Seconds for all requests where none costs more than its latency: ⌈N ÷ c⌉ × latency. */
  public static double ideal(int characters, int concurrency, double latency) {
    return Math.ceil((double) characters / concurrency) * latency;
  }
}
