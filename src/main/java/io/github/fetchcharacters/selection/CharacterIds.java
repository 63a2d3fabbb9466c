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

/**
 * The ids asked for, in the order given, repeats included. Checks those of the command line at
 * once, those of standard input ({@code -}) as it reads them, and holds neither as a list of ids.
 * Each iterator is for one thread.
 */
public final class CharacterIds implements Selection, Iterable<Long> {

  private final List<IdSource> sources;

  /** Number of sources before standard input. */
  private final int known;

  private CharacterIds(List<IdSource> sources, int known) {
    this.sources = sources;
    this.known = known;
  }

  /**
   * Parses the arguments.
   *
   * @param arguments numbers, ranges, comma lists of these, and at most one {@code -}
   * @param in standard input, read when an iterator comes to {@code -}
   * @throws InvalidIdException if an argument is anything else
   */
  public static CharacterIds parse(List<String> arguments, InputStream in) {
    List<IdSource> sources = new ArrayList<>();
    int standardInput = -1;
    for (String argument : arguments) {
      if (!argument.equals("-")) {
        List<IdRange> ranges = IdRange.parseList(argument);
        sources.add(beforeWaiting -> ranges.iterator());
      } else if (standardInput >= 0) {
        throw new InvalidIdException("-", ", given twice,");
      } else {
        standardInput = sources.size();
        sources.add(beforeWaiting -> new StandardInputIds(in, beforeWaiting));
      }
    }
    return new CharacterIds(sources, standardInput < 0 ? sources.size() : standardInput);
  }

  @Override
  public IdStream iterator() {
    return new IdIterator(sources.iterator());
  }

  @Override
  public void fetch(ApiClient client, Mode mode, Plan plan, OutcomeSink sink) {
    mode.fetcher(client, plan).fetch(iterator(), sink);
  }

  /** True with standard input. */
  @Override
  public boolean isMoreThan(int items) {
    return known < sources.size() || !after(items).isEmpty();
  }

  /** Adds up the sizes of the ranges; a sum that overflows is unknown. */
  @Override
  public long total() {
    long total = 0;
    for (IdSource source : sources.subList(0, known)) {
      for (Iterator<IdRange> ranges = source.ranges(() -> {}); ranges.hasNext(); ) {
        total += ranges.next().size();
        if (total < 0) {
          return -1;
        }
      }
    }
    return known < sources.size() ? -1 : total;
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

  /** Returns the ids after these many, as far as the command line names them. */
  private List<IdRange> after(long items) {
    List<IdRange> rest = new ArrayList<>();
    long skip = items;
    for (IdSource source : sources.subList(0, known)) {
      for (Iterator<IdRange> ranges = source.ranges(() -> {}); ranges.hasNext(); ) {
        IdRange range = ranges.next();
        if (skip < range.size()) {
          rest.add(new IdRange(range.first() + skip, range.last()));
        }
        skip = Math.max(0, skip - range.size());
      }
    }
    return rest;
  }
}
