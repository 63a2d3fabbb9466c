package io.github.fetchcharacters.compare;

import java.util.List;

/**
 * What was measured before a comparison was refused.
 *
 * @param reason why it was refused
 * @param details a line for each record concerned
 * @param interrupted whether the user ended it
 * @param series one for each mode; they may have no turns, or some one more than others
 */
public record Refusal(
    String reason, List<String> details, boolean interrupted, List<Series> series) {

  /** Copies the lists. */
  public Refusal {
    details = List.copyOf(details);
    series = List.copyOf(series);
  }
}
