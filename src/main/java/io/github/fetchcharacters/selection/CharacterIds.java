package io.github.fetchcharacters.selection;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.fetch.IdStream;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.fetch.OutcomeSink;
import io.github.fetchcharacters.fetch.Plan;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ids asked for, in the order given, repeats included. Checks those of the command line at
 * once, those of standard input ({@code -}) as it reads them, and holds neither as a list of ids.
 * Each iterator is for one thread.
 */
public final class CharacterIds implements Selection, Iterable<Long> {

  /** What follows the ids that a run has read. */
  private static final String REST = "the rest of standard input";

  private final List<IdRange> before;
  private final @Nullable StandardInput input;
  private final List<IdRange> after;

  /**
   * @param before the ids in front of standard input
   * @param input standard input, null without it
   * @param after the ids behind it
   */
  private CharacterIds(List<IdRange> before, @Nullable StandardInput input, List<IdRange> after) {
    this.before = before;
    this.input = input;
    this.after = after;
  }

  /**
   * Parses the arguments.
   *
   * @param arguments numbers, ranges, comma lists of these, and at most one {@code -}
   * @param in standard input, read when an iterator comes to {@code -}
   * @throws InvalidIdException if an argument is anything else
   */
  public static CharacterIds parse(List<String> arguments, InputStream in) {
    List<IdRange> before = new ArrayList<>();
    List<IdRange> after = new ArrayList<>();
    StandardInput input = null;
    for (String argument : arguments) {
      if (!argument.equals("-")) {
        (input == null ? before : after).addAll(IdRange.parseList(argument));
      } else if (input != null) {
        throw new InvalidIdException("-", ", given twice,");
      } else {
        input = new StandardInput(in);
      }
    }
    return new CharacterIds(before, input, after);
  }

  @Override
  public IdStream iterator() {
    List<IdSource> sources = new ArrayList<>();
    sources.add(beforeWaiting -> before.iterator());
    if (input != null) {
      sources.add(input);
    }
    sources.add(beforeWaiting -> after.iterator());
    return new IdIterator(sources.iterator());
  }

  @Override
  public void fetch(ApiClient client, Mode mode, Plan plan, OutcomeSink sink) {
    mode.fetcher(client, plan).fetch(iterator(), sink);
  }

  /** True with standard input. */
  @Override
  public boolean isMoreThan(int items) {
    return input != null || !rest(before, items).isEmpty();
  }

  /** Adds up the sizes of the ranges; a sum that overflows is unknown. */
  @Override
  public long total() {
    long size = size(before);
    return input != null || size == Long.MAX_VALUE ? -1 : size;
  }

  /** The number of ids; {@link Long#MAX_VALUE} for any more. */
  private static long size(List<IdRange> ranges) {
    long size = 0;
    for (IdRange range : ranges) {
      size += range.size();
      if (size < 0) {
        return Long.MAX_VALUE;
      }
    }
    return size;
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
    List<IdRange> missing = rest(before, accepted);
    StandardInput between = input;
    if (between == null) {
      return new End(missing, "", "", "");
    }
    boolean unread = !between.isAtEnd();
    long behind = accepted - size(before) - between.count();
    missing.addAll(rest(after, unread ? 0 : Math.max(0, behind)));
    return new End(missing, unread || behind < 0 ? REST : "", "", "");
  }

  /** Returns the ids after these many. */
  private static List<IdRange> rest(List<IdRange> ranges, long items) {
    List<IdRange> rest = new ArrayList<>();
    long skip = items;
    for (IdRange range : ranges) {
      if (skip < range.size()) {
        rest.add(new IdRange(range.first() + skip, range.last()));
      }
      skip = Math.max(0, skip - range.size());
    }
    return rest;
  }
}
