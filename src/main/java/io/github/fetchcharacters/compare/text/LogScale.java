package io.github.fetchcharacters.compare.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic scale over places from 0.
 *
 * @param low the value at place 0, above 0
 * @param high the value at the last place, above {@code low} or equal
 * @param places how many there are, at least 2
 */
record LogScale(double low, double high, int places) {

  private static final List<Integer> STEPS = List.of(1, 2, 5);

  static LogScale between(double low, double high, int places) {
    return new LogScale(low, high, places);
  }

  /** A scale that starts and ends at one, two or five of a power of ten, around all values. */
  static LogScale around(List<Double> values, int places) {
    double min = values.stream().mapToDouble(value -> value).min().orElse(1);
    double max = values.stream().mapToDouble(value -> value).max().orElse(1);
    List<Double> ticks = ticks(min / 10, max * 10);
    double low =
        ticks.stream().filter(tick -> tick <= min).mapToDouble(tick -> tick).max().orElse(min);
    double high =
        ticks.stream().filter(tick -> tick > max).mapToDouble(tick -> tick).min().orElse(max);
    return new LogScale(low, high, places);
  }

  /** The nearest place to a value within the scale. */
  int place(double value) {
    return high == low
        ? 0
        : (int) Math.round(Math.log(value / low) / Math.log(high / low) * (places - 1));
  }

  /** The value at a place. */
  double at(int place) {
    return low * Math.pow(high / low, (double) place / (places - 1));
  }

  /** The ticks within the scale, in ascending order. */
  List<Double> ticks() {
    return ticks(low, high);
  }

  private static List<Double> ticks(double low, double high) {
    List<Double> ticks = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(low));
    for (int power = first; Math.pow(10, power) <= high; power++) {
      for (int step : STEPS) {
        double tick = power < 0 ? step / Math.pow(10, -power) : step * Math.pow(10, power);
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }
}
