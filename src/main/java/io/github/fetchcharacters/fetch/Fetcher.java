package io.github.fetchcharacters.fetch;

import java.util.Iterator;

/** Fetches a list of ids in one of the modes. */
public interface Fetcher {

  /**
   * Fetches every id and delivers the outcomes to the sink in the order of the ids, each as soon as
   * all before it are known; or, by the plan, in the order of the answers. Memory does not depend
   * on the number of ids.
   *
   * <p>Interrupting the calling thread stops the run: requests in flight are cancelled, every id
   * begun is still delivered, the incomplete as {@link Outcome.Skipped}, and the method returns
   * with the interrupt flag set.
   *
   * @param ids the ids, or numbers of pages, read lazily, on any thread; may block, as an {@link
   *     IdStream} if a mode collects ids
   * @param sink takes the outcomes
   * @throws RuntimeException what {@code ids} threw, after the ids before it were delivered, or
   *     what {@code sink} threw, after the requests in flight were cancelled; an {@link Error}
   *     likewise
   */
  void fetch(Iterator<Long> ids, OutcomeSink sink);
}
