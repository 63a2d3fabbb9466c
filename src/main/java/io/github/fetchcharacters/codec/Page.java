package io.github.fetchcharacters.codec;

import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.model.Character;
import java.util.List;

/**
 * A page of the list of characters.
 *
 * @param count records on all pages, by its own figure; -1 without one
 * @param pages pages of the list, by its own figure; -1 without one
 * @param characters the records of this page, in the API's order
 * @param unusable why further records of this page are unusable, each naming its place
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
