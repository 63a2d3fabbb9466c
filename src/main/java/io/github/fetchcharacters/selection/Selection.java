package io.github.fetchcharacters.selection;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.fetch.OutcomeSink;
import io.github.fetchcharacters.fetch.Plan;
import java.util.List;

/** Which characters are asked for; an item of it is an id, or a page of a list. */
public interface Selection {

  /** Whether it has more items than this, as far as is known before the first answer. */
  boolean isMoreThan(int items);

  /** How many items it has; -1 as long as that is not known. May be asked on any thread. */
  long total();

  /** What an item is called after a number, with a space before it; empty for a character. */
  String unit();

  /** Fetches all of it in the given mode. */
  void fetch(ApiClient client, Mode mode, Plan plan, OutcomeSink sink);

  /** What to call these items in a message: {@code characters 5-9}. */
  String name(IdRange items);

  /**
   * The items that follow the first ones, as far as they are known.
   *
   * @param items how many came before, in the order asked
   */
  List<IdRange> after(long items);

  /**
   * What does not agree with what was announced although nothing failed; empty for nothing.
   *
   * @param found how many characters have come
   */
  default String shortfall(long found) {
    return "";
  }

  /** Something to say at the end of a run that nothing stopped; empty for nothing. */
  String remark();
}
