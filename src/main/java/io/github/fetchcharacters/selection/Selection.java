package io.github.fetchcharacters.selection;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.fetch.OutcomeSink;
import io.github.fetchcharacters.fetch.Plan;
import io.github.fetchcharacters.model.InWords;
import java.util.List;

/** The characters asked for. An item is an id, or a page of a list. */
public interface Selection {

  /** Whether it has more items than this, as far as known before the first answer. */
  boolean isMoreThan(int items);

  /** The number of items; -1 while unknown. May run on any thread. */
  long total();

  /** The word for items after a number, with a space before it; empty for characters. */
  String unit();

  /** That many items, in words: {@code 3 characters}. */
  default String counted(long items) {
    return unit().isEmpty() ? InWords.characters(items) : InWords.counted(items, "page", "pages");
  }

  /** The number of items after these many, in words; empty while unknown. May run on any thread. */
  default String left(long accepted) {
    long all = total();
    // A list may end before a page that has come.
    return all < 0 ? "" : counted(Math.max(0, all - accepted));
  }

  /** Fetches all items in the given mode. */
  void fetch(ApiClient client, Mode mode, Plan plan, OutcomeSink sink);

  /** The name of these items in a message: {@code characters 5-9}. */
  String name(IdRange items);

  /**
   * Describes the end of a run.
   *
   * @param accepted number of items with an outcome, in the order asked
   * @param found number of characters received
   */
  End end(long accepted, long found);

  /**
   * The end of a run.
   *
   * @param missing the items that follow those with an outcome, as far as they are known
   * @param unread the place where further items may be, which was not read; empty for none
   * @param shortfall how the received characters contradict the announced number although nothing
   *     failed; empty for no contradiction
   * @param remark a message for a run that nothing stopped; empty for none
   */
  record End(List<IdRange> missing, String unread, String shortfall, String remark) {

    /** The number of {@link #missing} items, or half the largest number for any more. */
    public long count() {
      long count = 0;
      for (IdRange range : missing) {
        count = Math.min(Long.MAX_VALUE / 2, count + range.size());
      }
      return count;
    }
  }
}
