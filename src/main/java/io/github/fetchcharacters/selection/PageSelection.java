package io.github.fetchcharacters.selection;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.codec.Page;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.fetch.OutcomeSink;
import io.github.fetchcharacters.fetch.Pages;
import io.github.fetchcharacters.fetch.Plan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every character, or every match of filters. For one run and one thread; only {@link #total} may
 * run on any thread.
 */
public final class PageSelection implements Selection {

  private final Map<String, String> filters;
  private volatile @Nullable Pages pages;

  /**
   * @param filters by the name of the API's parameter; empty for every character
   */
  public PageSelection(Map<String, String> filters) {
    this.filters = filters;
  }

  /** False: only the first page has the number, and so goes alone anyway. */
  @Override
  public boolean isMoreThan(int items) {
    return false;
  }

  @Override
  public long total() {
    Pages begun = pages;
    return begun == null ? -1 : begun.last();
  }

  @Override
  public String unit() {
    return " pages";
  }

  @Override
  public void fetch(ApiClient client, Mode mode, Plan plan, OutcomeSink sink) {
    pages = new Pages(client, filters);
    pages.fetch(mode, plan, sink);
  }

  /** Adds the places in the list; without filters they are the ids. */
  @Override
  public String name(IdRange items) {
    long last = items.last() * Page.SIZE;
    if (pages != null && pages.count() > 0) {
      last = Math.min(last, pages.count());
    }
    return (items.size() == 1 ? "page " : "pages ")
        + items
        + (filters.isEmpty() ? " (characters " : " (matches ")
        + ((items.first() - 1) * Page.SIZE + 1)
        + "-"
        + last
        + ")";
  }

  @Override
  public End end(long accepted, long found) {
    return new End(after(accepted), "", shortfall(found), remark());
  }

  /** Before the first page arrives, it is the only known one. */
  private List<IdRange> after(long items) {
    long last = pages == null || pages.last() < 0 ? 1 : pages.last();
    return last <= items ? List.of() : List.of(new IdRange(items + 1, last));
  }

  private String shortfall(long found) {
    return pages == null || found == pages.count()
        ? ""
        : "the list has " + pages.count() + " characters, but its pages have " + found;
  }

  private String remark() {
    if (pages == null || pages.last() < 0) {
      return "no other page was asked for: the first one says how many there are";
    }
    return pages.count() == 0 ? "no character matches" : "";
  }
}
