package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.codec.Page;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * All pages of a list of characters, worked through in any mode. How many there are is what the
 * first one says, or fewer: see {@link ListCheck}. For one run. One thread fetches; the sizes may
 * be asked for on any thread.
 */
public final class Pages {

  private final ApiClient client;
  private final Map<String, String> filters;
  private final CountDownLatch firstEnded = new CountDownLatch(1);

  /** Records on all pages, and pages; -1 as long as it is not known. */
  private volatile long count = -1;

  private volatile long announced = -1;

  private volatile long last = -1;

  /**
   * @param filters what all records must match, by the name of the API's parameter; empty for every
   *     character
   */
  public Pages(ApiClient client, Map<String, String> filters) {
    this.client = client;
    this.filters = filters;
  }

  /**
   * Fetches them, as {@link Fetcher#fetch} fetches ids: each outcome is that of a page, by its
   * number from 1. What is wrong with the list itself comes last, as the failure of a page.
   */
  public void fetch(Mode mode, Plan plan, OutcomeSink sink) {
    ListCheck checked = new ListCheck(sink, this, plan.ordered());
    mode.fetcher(new OnePage(), plan).fetch(new Numbers(), checked);
    checked.finish();
  }

  /** How many records there are on all pages, -1 if that did not become known. */
  public long count() {
    return count;
  }

  /** How many pages there are as far as is known, -1 if that did not become known. */
  public long last() {
    return last;
  }

  /** How many there are by the first one, -1 if that did not become known. */
  long announced() {
    return announced;
  }

  /** Asks for no page after this one, where it is not the last anyway; for one thread. */
  void endAfter(long number) {
    last = Math.min(last, number);
  }

  private void firstEnded(Page page) {
    count = page.count();
    announced = page.pages();
    last = announced;
    firstEnded.countDown();
  }

  /** A page by its number. */
  private final class OnePage implements Call<Page> {

    @Override
    public Page get(long number) throws InterruptedException {
      try {
        Page page = client.getPage(filters, number);
        if (number == 1) {
          firstEnded(page);
        }
        return page;
      } finally {
        firstEnded.countDown();
      }
    }

    @Override
    public CompletableFuture<Page> getAsync(long number) {
      CompletableFuture<Page> future = client.getPageAsync(filters, number);
      if (number == 1) {
        future.whenComplete(
            (page, thrown) -> {
              if (thrown == null) {
                firstEnded(page);
              }
              firstEnded.countDown();
            });
      }
      return future;
    }

    @Override
    public Outcome outcome(long number, Page page) {
      return new Outcome.Found(number, page.characters(), page.unusable());
    }
  }

  /** The first number at once, the others when the first page has come. */
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
