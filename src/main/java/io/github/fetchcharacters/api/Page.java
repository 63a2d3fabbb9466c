package io.github.fetchcharacters.api;

import io.github.fetchcharacters.model.Character;
import java.util.List;

/**
 * A page of the list of characters.
 *
 * @param count records on all pages
 * @param pages how many pages there are
 * @param characters the records of this one, in the API's order
 */
public record Page(long count, long pages, List<Character> characters) {

  /** The first page of a list without any record. */
  static final Page EMPTY = new Page(0, 0, List.of());

  /** Records on each page but the last; the API's documentation, "Info and Pagination". */
  public static final int SIZE = 20;
}
