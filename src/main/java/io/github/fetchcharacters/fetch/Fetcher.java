package io.github.fetchcharacters.fetch;

import java.util.Iterator;

/** Works through a list of ids in one of the modes. */
public interface Fetcher {

  /**
   * Fetches every id and hands the outcomes to the sink in the order of the ids, each as soon as
   * all before it are known; or, if so planned, in the order of the answers. Memory does not depend
   * on the number of ids.
   *
   * <p>Interrupting the calling thread stops the run: requests in flight are cancelled, every id
   * begun is still handed over, the incomplete as {@link Outcome.Skipped}, and the method returns
   * with the interrupt flag set.
   *
   * @param ids the ids, or numbers of pages, read lazily, on whichever thread; may block; if it
   *     does and a mode collects ids, an {@link IdStream}
   * @param sink takes the outcomes
   * @throws RuntimeException what {@code ids} threw, after the ids before it were handed over, or
   *     what {@code sink} threw, after the requests in flight were cancelled; an {@link Error}
   *     likewise
   */
  void fetch(Iterator<Long> ids, OutcomeSink sink);
}
