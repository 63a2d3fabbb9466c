package io.github.fetchcharacters.selection;

import io.github.fetchcharacters.model.Digits;

/**
 * Ids from the first to the last, both included.
 *
 * @param first at least 1
 * @param last at least {@code first}
 */
public record IdRange(long first, long last) {

  /** Digits that always fit a {@code long}. */
  private static final int MOST_DIGITS = 18;

  /**
   * Reads {@code 7} or {@code 1-20}.
   *
   * @param where what to say of the place of a bad token, after it
   * @throws InvalidIdException if it is neither
   */
  static IdRange parse(String token, String where) {
    int dash = token.indexOf('-');
    long first = number(dash < 0 ? token : token.substring(0, dash));
    long last = dash < 0 ? first : number(token.substring(dash + 1));
    if (first < 1 || last < first) {
      throw new InvalidIdException(token, where);
    }
    return new IdRange(first, last);
  }

  public static IdRange of(long id) {
    return new IdRange(id, id);
  }

  /** How many ids it holds. */
  public long size() {
    return last - first + 1;
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return first == last ? "" + first : first + "-" + last;
  }

  /** The number, or 0 where it is none. */
  private static long number(String digits) {
    return Digits.read(digits, MOST_DIGITS).orElse(0);
  }
}
