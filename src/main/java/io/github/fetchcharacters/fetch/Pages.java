package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.codec.Page;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * Fetches all pages of a list of characters, in any mode: as many as the first one announces, or
 * fewer, see {@link ListCheck}. For one run. One thread fetches; any thread may read the sizes.
 */
public final class Pages {

  private final ApiClient client;
  private final Map<String, String> filters;
  private final CountDownLatch firstEnded = new CountDownLatch(1);

  /** Records on all pages; -1 until known, as the next two. */
  private volatile long count = -1;

  private volatile long announced = -1;
  private volatile long last = -1;

  /**
   * @param filters the conditions of all records, by the name of the API's parameter; empty for
   *     every character
   */
  public Pages(ApiClient client, Map<String, String> filters) {
    this.client = client;
    this.filters = filters;
  }

  /**
   * Fetches the pages as {@link Fetcher#fetch} does ids: each outcome is that of a page, by its
   * number from 1. A fault of the list itself comes last, as the failure of a page.
   */
  public void fetch(Mode mode, Plan plan, OutcomeSink sink) {
    fetch(call -> mode.fetcher(call, plan), plan.ordered(), sink);
  }

  /**
   * @param fetcher makes a fetcher that calls for each page
   * @param ordered whether it delivers the pages in order
   */
  void fetch(Function<TwinCall<Page>, Fetcher> fetcher, boolean ordered, OutcomeSink sink) {
    ListCheck checked = new ListCheck(sink, this, ordered);
    TwinCall<Page> call =
        new TwinCall<>(
            number -> client.getPage(filters, number),
            number -> client.getPageAsync(filters, number),
            this::outcome);
    fetcher.apply(call).fetch(new Numbers(), checked);
    checked.finish();
  }

  /** The number of records on all pages, -1 if unknown. */
  public long count() {
    return count;
  }

  /** The number of the last page, as far as it is known; -1 if unknown. */
  public long last() {
    return last;
  }

  /** The number of pages that the first one announces, -1 if unknown. */
  long announced() {
    return announced;
  }

  /** Ends the list after a page, unless it ends before; for one thread. */
  void endAfter(long number) {
    last = Math.min(last, number);
  }

  /** Lets the further pages start. The first one may have failed before any call began. */
  void firstEnded() {
    firstEnded.countDown();
  }

  /** Learns the sizes from the first page, before it is delivered. */
  private Outcome outcome(long number, Page page) {
    if (number == 1) {
      count = page.count();
      announced = page.pages();
      last = announced;
    }
    return new Outcome.Found(number, page.characters(), page.unusable());
  }

  /** Returns the first number at once, the others after the first page has ended. */
  private final class Numbers implements Iterator<Long> {

    private long next = 1;

    @Override
    public boolean hasNext() {
      if (next > 1) {
        try {
          firstEnded.await();
        } catch (InterruptedException stop) {
          Thread.currentThread().interrupt();
        }
      }
      return next == 1 || next <= last;
    }

    @Override
    public Long next() {
      return next++;
    }
  }
}
