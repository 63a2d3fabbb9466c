package io.github.fetchcharacters.codec;

import java.util.List;

/**
 * The resource that a call asks for.
 *
 * @param type the meaning of the numbers
 * @param numbers ids, or the number of a page; at least one
 */
public record Resource(Type type, List<Long> numbers) {

  /** The meaning of a number. */
  public enum Type {
    /** A character, by its id. */
    CHARACTER,
    /** A page of the list of characters, from 1. */
    PAGE
  }

  /** Copies the list. */
  public Resource {
    numbers = List.copyOf(numbers);
  }

  /** Characters, by their ids, in the order asked. */
  static Resource characters(List<Long> ids) {
    return new Resource(Type.CHARACTER, ids);
  }

  /** A page, from 1. */
  static Resource page(long number) {
    return new Resource(Type.PAGE, List.of(number));
  }

  /** Names it in short: {@code 7}, {@code 1-20,42}, {@code page 3}. */
  public String label() {
    return type == Type.PAGE ? "page " + numbers.get(0) : ranges();
  }

  /** Names it in a sentence: {@code character with id 7}. */
  public String inWords() {
    if (type == Type.PAGE) {
      return label();
    }
    return (numbers.size() == 1 ? "character with id " : "characters with ids ") + ranges();
  }

  /** Joins neighbours and keeps the order. */
  private String ranges() {
    StringBuilder ranges = new StringBuilder();
    int start = 0;
    for (int end = 1; end <= numbers.size(); end++) {
      if (end == numbers.size() || numbers.get(end) != numbers.get(end - 1) + 1) {
        ranges.append(start == 0 ? "" : ",").append(numbers.get(start));
        ranges.append(end - start > 1 ? "-" + numbers.get(end - 1) : "");
        start = end;
      }
    }
    return ranges.toString();
  }
}
