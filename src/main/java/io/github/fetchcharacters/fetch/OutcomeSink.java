package io.github.fetchcharacters.fetch;

/** Takes the outcomes, one call at a time, on the thread that called {@link Fetcher#fetch}. */
public interface OutcomeSink {

  /**
   * Takes the next outcome.
   *
   * @return whether to go on; after the first {@code false} the run stops, and what was already
   *     begun is still handed over, the incomplete as {@link Outcome.Skipped}
   */
  boolean accept(Outcome outcome);

  /**
   * No further outcome is ready just now: what was taken should be shown.
   *
   * @return whether to go on, as with {@link #accept}
   */
  boolean idle();
}
