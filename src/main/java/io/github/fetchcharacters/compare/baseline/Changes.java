package io.github.fetchcharacters.compare.baseline;

import io.github.fetchcharacters.compare.Series;
import java.util.List;
import java.util.Optional;

/**
 * What changed since an earlier comparison.
 *
 * @param file the name of the earlier export
 * @param found for each mode that may be compared
 * @param reasons why others may not, a sentence each without its full stop
 */
public record Changes(String file, List<Change> found, List<String> reasons) {

  /** Copies the lists. */
  public Changes {
    found = List.copyOf(found);
    reasons = List.copyOf(reasons);
  }

  /** The change of a mode; empty where it may not be compared. */
  public Optional<Change> of(Series mode) {
    return found.stream()
        .filter(change -> change.parameters().equals(mode.parameters()))
        .findFirst();
  }

  /** A sentence for each change that was found, or not found. */
  public List<String> sentences() {
    return found.stream().map(Change::sentence).toList();
  }
}
