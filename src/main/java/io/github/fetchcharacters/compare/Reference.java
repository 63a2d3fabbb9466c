package io.github.fetchcharacters.compare;

import java.util.List;

/**
 * What each subject of a comparison is compared with: the reference mode at the same values. Of
 * several, as where the reference alone has batch sizes, it is the first; a mode without the values
 * is compared with the first of the reference.
 *
 * @param mode the reference mode's name
 */
public record Reference(String mode) {

  /**
   * The place of what one is compared with.
   *
   * @throws IllegalArgumentException if the mode is not among them
   */
  int placeFor(Parameters one, List<Parameters> all) {
    for (int place = 0; place < all.size(); place++) {
      Parameters other = all.get(place);
      boolean fits = is(one) ? other.equals(one) : is(other) && other.agreesWith(one);
      if (fits) {
        return place;
      }
    }
    throw new IllegalArgumentException("the reference was not measured: " + mode);
  }

  /** The place of what each is compared with, its own place for the reference itself. */
  public List<Integer> places(List<Parameters> all) {
    return all.stream().map(one -> placeFor(one, all)).toList();
  }

  /** Whether it is the reference, at any value. */
  boolean is(Parameters one) {
    return one.mode().equals(mode);
  }
}
