package io.github.fetchcharacters.compare.baseline;

import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * An earlier comparison, as its export has it.
 *
 * @param file the name of the export, for messages
 */
public record Baseline(String file, Setup setup, List<Earlier> series) {

  /**
   * The counted rounds of one mode, in a sweep at one value.
   *
   * @param protocol of the last answer, such as {@code HTTP/2}
   * @param seconds the fetch times by round, at least one, all positive
   */
  public record Earlier(Parameters parameters, String protocol, List<Double> seconds) {

    /** Copies the times. */
    public Earlier {
      seconds = List.copyOf(seconds);
    }
  }

  /** Copies the list. */
  public Baseline {
    series = List.copyOf(series);
  }

  /** Compares with what was measured later, in the setup {@code now}. */
  public Changes changes(Setup now, List<Series> later) {
    List<String> differences = setup.differences(now);
    if (!differences.isEmpty()) {
      String reason = "no comparison with %s: %s".formatted(file, String.join("; ", differences));
      return new Changes(file, List.of(), List.of(reason));
    }
    List<Change> found = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (Series mode : later) {
      compare(mode, found, reasons);
    }
    return new Changes(file, found, reasons);
  }

  private void compare(Series mode, List<Change> found, List<String> reasons) {
    Earlier earlier =
        series.stream()
            .filter(one -> one.parameters().equals(mode.parameters()))
            .findFirst()
            .orElse(null);
    if (earlier == null) {
      reasons.add("%s is not in %s".formatted(mode.label(), file));
    } else if (!earlier.protocol().equals(mode.protocol())) {
      reasons.add(
          "no comparison of %s with %s: %s then, %s now"
              .formatted(mode.label(), file, earlier.protocol(), mode.protocol()));
    } else {
      found.add(Change.of(file, earlier, mode));
    }
  }
}
