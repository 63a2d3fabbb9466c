package io.github.fetchcharacters.cli;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * The ids asked for, in the order given, repeats included. The command line's are checked at once,
 * those of standard input ({@code -}) as they are read; neither is ever held as a list of ids.
 */
final class CharacterIds implements Iterable<Long> {

  private final List<Supplier<Iterator<IdRange>>> parts;

  /** How many parts come before standard input's. */
  private final int known;

  private CharacterIds(List<Supplier<Iterator<IdRange>>> parts, int known) {
    this.parts = parts;
    this.known = known;
  }

  /**
   * Reads the arguments.
   *
   * @param arguments numbers, ranges, comma lists of these, and at most one {@code -}
   * @param in read where {@code -} stands, when the iterator comes to it
   * @throws InvalidIdException if one is anything else
   */
  static CharacterIds parse(List<String> arguments, InputStream in) {
    List<Supplier<Iterator<IdRange>>> parts = new ArrayList<>();
    int standardInput = -1;
    for (String argument : arguments) {
      if (!argument.equals("-")) {
        List<IdRange> ranges = ranges(argument);
        parts.add(ranges::iterator);
      } else if (standardInput >= 0) {
        throw new InvalidIdException("-", ", given twice,");
      } else {
        standardInput = parts.size();
        parts.add(() -> new StandardInputIds(in));
      }
    }
    return new CharacterIds(parts, standardInput < 0 ? parts.size() : standardInput);
  }

  private static List<IdRange> ranges(String argument) {
    List<IdRange> ranges = new ArrayList<>();
    int start = 0;
    for (int comma = argument.indexOf(','); comma >= 0; comma = argument.indexOf(',', start)) {
      ranges.add(IdRange.parse(argument.substring(start, comma), in(argument)));
      start = comma + 1;
    }
    String last = argument.substring(start);
    ranges.add(IdRange.parse(last, in(argument)));
    return ranges;
  }

  private static String in(String argument) {
    return argument.indexOf(',') < 0 ? "" : " in '" + argument + "'";
  }

  @Override
  public Iterator<Long> iterator() {
    return new Ids(parts.iterator());
  }

  /** Whether there are more ids than this; yes if standard input is to be read. */
  boolean areMoreThan(int count) {
    return known < parts.size() || !onCommandLineAfter(count).isEmpty();
  }

  /** The ids that follow the first {@code count}, as far as the command line tells them. */
  List<IdRange> onCommandLineAfter(long count) {
    List<IdRange> rest = new ArrayList<>();
    long skip = count;
    for (Supplier<Iterator<IdRange>> part : parts.subList(0, known)) {
      for (Iterator<IdRange> ranges = part.get(); ranges.hasNext(); ) {
        IdRange range = ranges.next();
        if (skip < range.size()) {
          rest.add(new IdRange(range.first() + skip, range.last()));
        }
        skip = Math.max(0, skip - range.size());
      }
    }
    return rest;
  }

  /** Walks through the parts, their ranges, and the ranges' ids. */
  private static final class Ids implements Iterator<Long> {

    private final Iterator<Supplier<Iterator<IdRange>>> parts;
    private Iterator<IdRange> ranges = List.<IdRange>of().iterator();
    private long next = 1;
    private long last = 0;

    Ids(Iterator<Supplier<Iterator<IdRange>>> parts) {
      this.parts = parts;
    }

    @Override
    public boolean hasNext() {
      while (next > last) {
        if (ranges.hasNext()) {
          IdRange range = ranges.next();
          next = range.first();
          last = range.last();
        } else if (parts.hasNext()) {
          ranges = parts.next().get();
        } else {
          return false;
        }
      }
      return true;
    }

    @Override
    public Long next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return next++;
    }
  }
}
