package io.github.fetchcharacters.codec;

import io.github.fetchcharacters.model.Character;
import java.util.List;

/**
 * The content of a list, in its order.
 *
 * @param characters the records
 * @param unusable values in the place of a record that are none
 */
record Records(List<Character> characters, List<Unusable> unusable) {

  /**
   * A record that cannot be used.
   *
   * @param position its place in the list, from 1
   * @param id its id, 0 where that is unusable, too
   * @param fault the fault, to follow "the record": {@code has no usable name}
   */
  record Unusable(int position, long id, String fault) {

    /** The failure of a record with a known id. */
    DecodeException failure() {
      return DecodeException.unusable("the record " + fault);
    }

    /** The failure of a record that has only its place. */
    DecodeException failureInList() {
      String name = "record " + position + (id == 0 ? "" : " (id " + id + ")");
      return DecodeException.unusable(name + " " + fault);
    }
  }
}
