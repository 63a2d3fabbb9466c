package io.github.fetchcharacters.codec;

import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.model.Character;
import java.util.List;

/**
 * A page of the list of characters.
 *
 * @param count records on all pages, as it says; -1 if it does not
 * @param pages how many pages there are, as it says; -1 if it does not
 * @param characters the records of this one, in the API's order
 * @param unusable why further records of this one cannot be used, each naming its place
 */
public record Page(
    long count, long pages, List<Character> characters, List<? extends ApiException> unusable) {

  /** The first page of a list without any record. */
  static final Page EMPTY = new Page(0, 0, List.of(), List.of());

  /** Records on each page but the last; the API's documentation, "Info and Pagination". */
  public static final int SIZE = 20;

  /** Whether it has no record, good or bad. */
  boolean isEmpty() {
    return characters.isEmpty() && unusable.isEmpty();
  }
}
