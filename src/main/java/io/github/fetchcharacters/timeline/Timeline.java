package io.github.fetchcharacters.timeline;

import java.util.List;

/**
 * The attempts of a run, of a long one only those at its beginning and its end.
 *
 * @param first the attempts that started first, in this order
 * @param omitted number of attempts left out between these and the last
 * @param last the attempts that started last; empty where {@code first} has all
 * @param nanos when the last attempt ended, omitted ones included
 */
public record Timeline(List<Bar> first, long omitted, List<Bar> last, long nanos) {

  /** Copies the lists. */
  public Timeline {
    first = List.copyOf(first);
    last = List.copyOf(last);
  }
}
