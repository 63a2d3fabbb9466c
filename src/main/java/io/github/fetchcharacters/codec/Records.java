package io.github.fetchcharacters.codec;

import io.github.fetchcharacters.model.Character;
import java.util.List;

/**
 * What an answer that is a list holds, in its order.
 *
 * @param characters the records
 * @param unusable what stands in the place of a record and is none
 */
record Records(List<Character> characters, List<Unusable> unusable) {

  /**
   * A record that cannot be used.
   *
   * @param position where it stands in the list, from 1
   * @param id its id, 0 where that cannot be used either
   * @param fault what is wrong, to follow "the record": {@code has no usable name}
   */
  record Unusable(int position, long id, String fault) {

    /** The failure of a record known by its id. */
    DecodeException failure() {
      return DecodeException.unusable("the record " + fault);
    }

    /** The failure of a record known by its place. */
    DecodeException failureInList() {
      String name = "record " + position + (id == 0 ? "" : " (id " + id + ")");
      return DecodeException.unusable(name + " " + fault);
    }
  }
}
