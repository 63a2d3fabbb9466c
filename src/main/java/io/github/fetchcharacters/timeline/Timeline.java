package io.github.fetchcharacters.timeline;

import java.util.List;

/**
 * The attempts of a run, of a long one only those at its beginning and its end.
 *
 * @param first the attempts that started first, in this order
 * @param omitted how many between these and the last are left out
 * @param last those that started last; empty where nothing is left out
 * @param nanos when the last answer was there, those of omitted attempts included
 */
public record Timeline(List<Bar> first, long omitted, List<Bar> last, long nanos) {

  /** Copies the lists. */
  public Timeline {
    first = List.copyOf(first);
    last = List.copyOf(last);
  }
}
