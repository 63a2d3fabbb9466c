package io.github.fetchcharacters.fetch;

/**
 * How a mode goes about it, as far as it does.
 *
 * @param concurrency the bound of the client's window, at least 1
 * @param batchSize most ids of one request, 1 to 100
 * @param ordered whether outcomes come in the order asked, not as they arrive
 */
public record Plan(int concurrency, int batchSize, boolean ordered) {

  /** The API's own page is 20; it answers to more, and a URL of this many ids stays short. */
  public static final int MOST_BATCH_SIZE = 100;

  /**
   * Requests begun and not yet handed over, per request in flight: how far the others run ahead
   * while the head of the line is tried again.
   */
  private static final int LOOKAHEAD = 4;

  /** In order, with the largest batches. */
  public static Plan of(int concurrency) {
    return new Plan(concurrency, MOST_BATCH_SIZE, true);
  }

  /** Most calls begun and not yet handed over. */
  int lookahead() {
    return LOOKAHEAD * concurrency;
  }
}
