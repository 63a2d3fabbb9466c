package io.github.fetchcharacters.fetch;

/**
 * The settings of a mode; each mode reads those it needs.
 *
 * @param concurrency the bound of the client's window, at least 1
 * @param batchSize max ids of one request, 1 to 100
 * @param ordered whether outcomes come in the order asked, not as they arrive
 */
public record Plan(int concurrency, int batchSize, boolean ordered) {

  /** The API's own page is 20; it answers more, and a URL of so many ids stays short. */
  public static final int MAX_BATCH_SIZE = 100;

  /**
   * Requests begun and not yet delivered, per request in flight: so far the others run ahead during
   * a retry at the head of the line.
   */
  private static final int LOOKAHEAD = 4;

  /** A plan in order, with the largest batches. */
  public static Plan of(int concurrency) {
    return new Plan(concurrency, MAX_BATCH_SIZE, true);
  }

  /** The max calls begun and not yet delivered. */
  int lookahead() {
    return LOOKAHEAD * concurrency;
  }
}
