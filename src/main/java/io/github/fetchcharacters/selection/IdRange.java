package io.github.fetchcharacters.selection;

import io.github.fetchcharacters.model.Digits;
import java.util.ArrayList;
import java.util.List;

/**
 * Ids from the first to the last, both included.
 *
 * @param first at least 1
 * @param last at least {@code first}
 */
public record IdRange(long first, long last) {

  /** Digits that always fit a {@code long}. */
  private static final int MAX_DIGITS = 18;

  /**
   * Reads {@code 7} or {@code 1-20}.
   *
   * @param where the place of a bad token, which follows it in the message
   * @throws InvalidIdException if it is neither
   */
  static IdRange parse(String token, String where) {
    int dash = token.indexOf('-');
    long first = number(dash < 0 ? token : token.substring(0, dash));
    long last = dash < 0 ? first : number(token.substring(dash + 1));
    if (first < 1 || last < first) {
      throw new InvalidIdException(token, where, fault(token, dash, first, last));
    }
    return new IdRange(first, last);
  }

  /** Returns what is wrong with a token that looks like an id or a range; empty for any other. */
  private static String fault(String token, int dash, long first, long last) {
    if (first > 0 && last > 0) {
      return "the range runs backwards, write " + last + "-" + first;
    }
    boolean large =
        isTooLarge(token.substring(0, Math.max(0, dash))) || isTooLarge(token.substring(dash + 1));
    return large ? "the number is too large: an id has at most " + MAX_DIGITS + " digits" : "";
  }

  private static boolean isTooLarge(String digits) {
    return digits.length() > MAX_DIGITS && Digits.areAll(digits);
  }

  /**
   * Reads a comma list of these.
   *
   * @throws InvalidIdException if it is none; the message has the bad token and the list
   */
  static List<IdRange> parseList(String list) {
    String where = list.indexOf(',') < 0 ? "" : " in '" + list + "'";
    List<IdRange> ranges = new ArrayList<>();
    int start = 0;
    for (int comma = list.indexOf(','); comma >= 0; comma = list.indexOf(',', start)) {
      ranges.add(parse(list.substring(start, comma), where));
      start = comma + 1;
    }
    ranges.add(parse(list.substring(start), where));
    return ranges;
  }

  public static IdRange of(long id) {
    return new IdRange(id, id);
  }

  /** The number of ids. */
  public long size() {
    return last - first + 1;
  }

  /** The range as the command line has it. */
  @Override
  public String toString() {
    return first == last ? "" + first : first + "-" + last;
  }

  /** The number; 0 for any other text. */
  private static long number(String digits) {
    return Digits.read(digits, MAX_DIGITS).orElse(0);
  }
}
