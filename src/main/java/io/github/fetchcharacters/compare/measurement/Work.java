package io.github.fetchcharacters.compare.measurement;

import io.github.fetchcharacters.compare.Counts;
import java.util.List;

/**
 * What one turn brought.
 *
 * @param items the records, in the order asked
 * @param failures a line for each record that did not come
 */
public record Work(List<Item> items, List<String> failures, Counts counts) {

  /**
   * One record.
   *
   * @param content compared between the modes
   */
  public record Item(long id, String content) {}

  /** Copies the lists. */
  public Work {
    items = List.copyOf(items);
    failures = List.copyOf(failures);
  }
}
