package io.github.fetchcharacters.fetch;

/** Takes the outcomes, one call at a time, on the thread that called {@link Fetcher#fetch}. */
public interface OutcomeSink {

  /**
   * Takes the next outcome.
   *
   * @return whether to go on; after the first {@code false} the run stops, and every id already
   *     begun is still delivered, the incomplete as {@link Outcome.Skipped}
   */
  boolean accept(Outcome outcome);

  /**
   * Hears that no further outcome is ready now, and should show those that it has taken.
   *
   * @return whether to go on, as with {@link #accept}
   */
  boolean idle();
}
