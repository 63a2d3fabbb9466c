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

  /**
   * Whether a failure will end the run at its turn: no id behind it is needed any more. May run on
   * any thread, long before {@link #accept} takes the failure.
   */
  default boolean endsAt(RuntimeException failure) {
    return false;
  }
}
