package io.github.fetchcharacters.selection;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.fetch.IdStream;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.fetch.OutcomeSink;
import io.github.fetchcharacters.fetch.Plan;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The ids asked for, in the order given, repeats included. The command line's are checked at once,
 * those of standard input ({@code -}) as they are read; neither is ever held as a list of ids. Each
 * iterator is for one thread.
 */
public final class CharacterIds implements Selection, Iterable<Long> {

  private final List<Part> parts;

  /** How many parts come before standard input's. */
  private final int known;

  /** An argument's ranges. */
  private interface Part {

    /**
     * @param beforeWaiting runs each time before a range is waited for
     */
    Iterator<IdRange> ranges(Runnable beforeWaiting);
  }

  private CharacterIds(List<Part> parts, int known) {
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
  public static CharacterIds parse(List<String> arguments, InputStream in) {
    List<Part> parts = new ArrayList<>();
    int standardInput = -1;
    for (String argument : arguments) {
      if (!argument.equals("-")) {
        List<IdRange> ranges = ranges(argument);
        parts.add(beforeWaiting -> ranges.iterator());
      } else if (standardInput >= 0) {
        throw new InvalidIdException("-", ", given twice,");
      } else {
        standardInput = parts.size();
        parts.add(beforeWaiting -> new StandardInputIds(in, beforeWaiting));
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
  public IdStream iterator() {
    return new Ids(parts.iterator());
  }

  @Override
  public void fetch(ApiClient client, Mode mode, Plan plan, OutcomeSink sink) {
    mode.fetcher(client, plan).fetch(iterator(), sink);
  }

  /** Yes if standard input is to be read. */
  @Override
  public boolean isMoreThan(int items) {
    return known < parts.size() || !after(items).isEmpty();
  }

  /** Sizes of ranges are added up, not ids; a sum beyond what is countable is told as unknown. */
  @Override
  public long total() {
    long total = 0;
    for (Part part : parts.subList(0, known)) {
      for (Iterator<IdRange> ranges = part.ranges(() -> {}); ranges.hasNext(); ) {
        total += ranges.next().size();
        if (total < 0) {
          return -1;
        }
      }
    }
    return known < parts.size() ? -1 : total;
  }

  @Override
  public String unit() {
    return "";
  }

  @Override
  public String name(IdRange items) {
    return (items.size() == 1 ? "character " : "characters ") + items;
  }

  @Override
  public End end(long accepted, long found) {
    return new End(after(accepted), "", "");
  }

  /** As far as the command line names them: those of standard input are unknown. */
  private List<IdRange> after(long items) {
    List<IdRange> rest = new ArrayList<>();
    long skip = items;
    for (Part part : parts.subList(0, known)) {
      for (Iterator<IdRange> ranges = part.ranges(() -> {}); ranges.hasNext(); ) {
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
  private static final class Ids implements IdStream {

    private final Iterator<Part> parts;
    private Runnable beforeWaiting = () -> {};
    private Iterator<IdRange> ranges = List.<IdRange>of().iterator();
    private long next = 1;
    private long last = 0;

    Ids(Iterator<Part> parts) {
      this.parts = parts;
    }

    @Override
    public void beforeWaiting(Runnable action) {
      beforeWaiting = action;
    }

    @Override
    public boolean hasNext() {
      while (next > last) {
        if (ranges.hasNext()) {
          IdRange range = ranges.next();
          next = range.first();
          last = range.last();
        } else if (parts.hasNext()) {
          // The action may be replaced while its ids are read.
          ranges = parts.next().ranges(() -> beforeWaiting.run());
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
