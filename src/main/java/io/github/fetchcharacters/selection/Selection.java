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
   * What there is to say of the end of a run.
   *
   * @param accepted how many items have an outcome, in the order asked
   * @param found how many characters have come
   */
  End end(long accepted, long found);

  /**
   * The end of a run.
   *
   * @param missing the items that follow those with an outcome, as far as they are known
   * @param shortfall what does not agree with what was announced although nothing failed; empty for
   *     nothing
   * @param remark something to say where nothing stopped the run; empty for nothing
   */
  record End(List<IdRange> missing, String shortfall, String remark) {}
}
